package io.musubi.text;

import io.musubi.journal.Change;
import io.musubi.journal.Journal;
import io.musubi.journal.Position;
import io.musubi.journal.Snapshot;
import io.musubi.model.Document;
import io.musubi.model.Kind;
import io.musubi.model.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Brings an index from one state of the journal to another. First the changes are read: records are written, and it is
 * gathered which entities are concerned, be it that they changed, that a record about them did, or that the name of
 * something they are tied to did. Then the entry of each of these is made anew from its latest document.
 */
final class Walk {
    private static final int PAGE = 1_000;
    private static final Set<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::segment).collect(Collectors.toSet());
    private static final String RECORD = "record";
    private static final Naming.Given GONE = new Naming.Given(Map.of(), List.of());

    /** Longer IRIs are not searched: Lucene takes no key of more than 32 KB. */
    private static final int LONGEST_IRI = 8_000;

    private final IndexWriter writer;
    private final Journal journal;
    private final @Nullable Snapshot steady;
    private final boolean takesAll;
    private final Set<String> concerned = new LinkedHashSet<>();
    private final Naming naming = new Naming();

    private Walk(IndexWriter writer, Journal journal, @Nullable Snapshot steady, boolean takesAll) {
        this.writer = writer;
        this.journal = journal;
        this.steady = steady;
        this.takesAll = takesAll;
    }

    /**
     * Goes from {@code from} to the state of {@code snapshot}.
     *
     * @param takesAll true after a {@link #along}: what it wrote may hold names of two states, so that whoever takes
     *     names from a changed document is concerned, whether the names differ or not
     */
    static void steadily(IndexWriter writer, Journal journal, Snapshot snapshot, State from, boolean takesAll)
            throws IOException {
        new Walk(writer, journal, snapshot, takesAll).go(from, snapshot.state(), 0, Progress.SILENT);
    }

    /**
     * Goes a long way to {@code target}, reading each page by a snapshot of its own so that the journal can erase
     * meanwhile. Entries may then be newer than {@code target}; what changed behind it is for the next walk.
     *
     * @param waiting how many documents changed on the way
     */
    static void along(IndexWriter writer, Journal journal, State from, State target, long waiting, Progress progress)
            throws IOException {
        new Walk(writer, journal, null, true).go(from, target, waiting, progress);
    }

    private void go(State from, State target, long waiting, Progress progress) throws IOException {
        long read = 0;
        try (Entries before = new Entries(writer)) {
            Position position = Position.after(from.number());
            List<Change> page = page(position, target);
            while (!page.isEmpty()) {
                for (Change change : page) {
                    gather(change, before, from.number() > 0);
                }
                read += page.size();
                progress.at(read, 2 * waiting); // about as many entries as documents are written then
                page = page(Position.after(page.getLast()), target);
            }
        }
        try (Entries now = new Entries(writer)) {
            write(now, read, progress);
        }
    }

    private List<Change> page(Position position, State target) {
        if (steady != null) {
            return steady.changes(position, target.number(), PAGE);
        }
        try (Snapshot snapshot = journal.snapshot()) {
            return snapshot.changes(position, target.number(), PAGE);
        }
    }

    private void gather(Change change, Entries before, boolean mayHaveTakers) throws IOException {
        Naming.Given gives = GONE;
        if (change.type().equals(RECORD)) {
            gives = record(change, before);
        } else if (KINDS.contains(change.type())) {
            concerned.add(change.iri());
            gives = mayHaveTakers ? change.now().map(Naming.Given::of).orElse(GONE) : GONE;
        }
        if (mayHaveTakers && (takesAll || differs(change.iri(), gives, before))) {
            before.find(Names.TAKES_FROM, change.iri()).forEach(it -> concerned.add(it.get(Names.IRI)));
        }
    }

    private Naming.Given record(Change change, Entries before) throws IOException {
        Term key = new Term(Names.IRI, change.iri());
        before.find(Names.IRI, change.iri())
                .forEach(old -> RecordEntry.of(old).topic().ifPresent(concerned::add));
        if (change.now().isEmpty() || change.iri().length() > LONGEST_IRI) {
            writer.deleteDocuments(key);
            return GONE;
        }
        Statements said = new Statements(change.now().get().triples());
        RecordEntry entry = RecordEntry.of(change.iri(), said);
        entry.topic().ifPresent(concerned::add);
        Naming.Given gives = Naming.Given.of(said, List.of());
        writer.updateDocument(key, entry.document(gives.hash()));
        return gives;
    }

    private static boolean differs(String iri, Naming.Given now, Entries before) throws IOException {
        String known = before.find(Names.IRI, iri).stream()
                .map(it -> it.get(Names.GIVES))
                .findFirst()
                .orElse(GONE.hash());
        return !known.equals(now.hash());
    }

    private void write(Entries entries, long read, Progress progress) throws IOException {
        List<String> all = new ArrayList<>(concerned);
        for (int i = 0; i < all.size(); i += PAGE) {
            List<String> page = all.subList(i, Math.min(all.size(), i + PAGE));
            if (steady != null) {
                write(steady, page, entries);
            } else {
                try (Snapshot snapshot = journal.snapshot()) {
                    write(snapshot, page, entries);
                }
            }
            progress.at(read + i + page.size(), read + all.size());
        }
    }

    private void write(Snapshot snapshot, List<String> page, Entries entries) throws IOException {
        Map<String, org.apache.lucene.document.Document> made = new LinkedHashMap<>();
        for (String iri : page) {
            Optional<Document> document = snapshot.document(iri).filter(Walk::isSearched);
            if (document.isEmpty()) {
                writer.deleteDocuments(new Term(Names.IRI, iri));
                continue;
            }
            List<RecordEntry> records =
                    entries.find(Names.TOPIC, iri).stream().map(RecordEntry::of).toList();
            made.put(iri, Facets.CONFIG.build(EntityEntry.of(document.get(), naming, snapshot, records)));
        }
        // Cutting texts into words takes longest; in which order entries are written says nothing.
        made.entrySet().parallelStream().forEach(it -> put(it.getKey(), it.getValue()));
    }

    private void put(String iri, org.apache.lucene.document.Document entry) {
        try {
            writer.updateDocument(new Term(Names.IRI, iri), entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSearched(Document document) {
        return KINDS.contains(document.type()) && document.iri().length() <= LONGEST_IRI;
    }
}
