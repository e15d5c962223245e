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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Brings an index from one state of the journal to another. First the changes are read: records are written, and it is
 * gathered which entities are concerned, be it that they changed, that a record about them did, or that the name of
 * something they are tied to did. Then the entry of each of these is made anew from its latest document.
 *
 * <p>An empty index takes first all records and then all entities, in the order of the journal: nothing is gathered, so
 * that the memory it takes does not grow with the journal.
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
        if (from.number() == 0) {
            fill(from, target, waiting, progress);
        } else {
            follow(from, target, waiting, progress);
        }
    }

    /** Each document comes once, and replaces nothing. */
    private void fill(State from, State target, long waiting, Progress progress) throws IOException {
        writer.deleteAll(); // an attempt that broke off may have left something
        eachPage(from, target, (snapshot, page) -> addRecords(page), done -> progress.at(done, 2 * waiting));
        try (Entries records = new Entries(writer)) {
            eachPage(
                    from,
                    target,
                    (snapshot, page) -> addEntities(snapshot, page, records),
                    done -> progress.at(waiting + done, 2 * waiting));
        }
    }

    private void addRecords(List<Change> page) throws IOException {
        for (Change change : page) {
            Optional<Document> record = change.now().filter(Walk::isRecord);
            if (record.isPresent()) {
                Statements said = new Statements(record.get().triples());
                writer.addDocument(
                        RecordEntry.of(change.iri(), said).document(given(said).hash()));
            }
        }
    }

    private void addEntities(Snapshot snapshot, List<Change> page, Entries records) throws IOException {
        List<Entry> made = new ArrayList<>();
        for (Change change : page) {
            Optional<Document> entity = change.now().filter(Walk::isEntity);
            if (entity.isPresent()) {
                made.add(entry(entity.get(), snapshot, records));
            }
        }
        inParallel(made, entry -> writer.addDocument(entry.fields()));
    }

    private void follow(State from, State target, long waiting, Progress progress) throws IOException {
        long read;
        try (Entries before = new Entries(writer)) {
            read = eachPage(
                    from,
                    target,
                    (snapshot, page) -> gather(page, before),
                    done -> progress.at(done, 2 * waiting)); // about as many entries as documents are written then
        }
        try (Entries now = new Entries(writer)) {
            write(now, read, progress);
        }
    }

    private void gather(List<Change> page, Entries before) throws IOException {
        for (Change change : page) {
            Naming.Given gives = GONE;
            if (change.type().equals(RECORD)) {
                gives = record(change, before);
            } else if (KINDS.contains(change.type())) {
                concerned.add(change.iri());
                gives = change.now().map(Naming.Given::of).orElse(GONE);
            }
            if (takesAll || differs(change.iri(), gives, before)) {
                before.find(Names.TAKES_FROM, change.iri()).forEach(it -> concerned.add(it.get(Names.IRI)));
            }
        }
    }

    private Naming.Given record(Change change, Entries before) throws IOException {
        Term key = new Term(Names.IRI, change.iri());
        before.find(Names.IRI, change.iri())
                .forEach(old -> RecordEntry.of(old).topic().ifPresent(concerned::add));
        Optional<Document> record = change.now().filter(Walk::isRecord);
        if (record.isEmpty()) {
            writer.deleteDocuments(key);
            return GONE;
        }
        Statements said = new Statements(record.get().triples());
        RecordEntry entry = RecordEntry.of(change.iri(), said);
        entry.topic().ifPresent(concerned::add);
        Naming.Given gives = given(said);
        writer.updateDocument(key, entry.document(gives.hash()));
        return gives;
    }

    private static Naming.Given given(Statements record) {
        return Naming.Given.of(record, List.of());
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
            int written = reading(snapshot -> write(snapshot, page, entries));
            progress.at(read + i + written, read + all.size());
        }
    }

    private int write(Snapshot snapshot, List<String> page, Entries records) throws IOException {
        List<Entry> made = new ArrayList<>();
        for (String iri : page) {
            Optional<Document> document = snapshot.document(iri).filter(Walk::isEntity);
            if (document.isPresent()) {
                made.add(entry(document.get(), snapshot, records));
            } else {
                writer.deleteDocuments(new Term(Names.IRI, iri));
            }
        }
        inParallel(made, entry -> writer.updateDocument(new Term(Names.IRI, entry.iri()), entry.fields()));
        return page.size();
    }

    private record Entry(String iri, org.apache.lucene.document.Document fields) {}

    private Entry entry(Document entity, Snapshot snapshot, Entries records) throws IOException {
        List<RecordEntry> about = records.find(Names.TOPIC, entity.iri()).stream()
                .map(RecordEntry::of)
                .toList();
        return new Entry(entity.iri(), Facets.CONFIG.build(EntityEntry.of(entity, naming, snapshot, about)));
    }

    private interface Put {
        void put(Entry entry) throws IOException;
    }

    /** Cutting texts into words takes longest; in which order entries are written says nothing. */
    private static void inParallel(List<Entry> entries, Put put) {
        entries.parallelStream().forEach(entry -> {
            try {
                put.put(entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static boolean isRecord(Document document) {
        return document.type().equals(RECORD) && document.iri().length() <= LONGEST_IRI;
    }

    private static boolean isEntity(Document document) {
        return KINDS.contains(document.type()) && document.iri().length() <= LONGEST_IRI;
    }

    private interface PageStep {
        void take(Snapshot snapshot, List<Change> page) throws IOException;
    }

    /** Goes through the changes page by page; gives how many there were. */
    private long eachPage(State from, State target, PageStep step, LongConsumer progress) throws IOException {
        long read = 0;
        List<Change> page = page(Position.after(from.number()), target, step);
        while (!page.isEmpty()) {
            read += page.size();
            progress.accept(read);
            page = page(Position.after(page.getLast()), target, step);
        }
        return read;
    }

    private List<Change> page(Position position, State target, PageStep step) throws IOException {
        return reading(snapshot -> {
            List<Change> page = snapshot.changes(position, target.number(), PAGE);
            step.take(snapshot, page);
            return page;
        });
    }

    private interface Reading<T> {
        T of(Snapshot snapshot) throws IOException;
    }

    private <T> T reading(Reading<T> reading) throws IOException {
        if (steady != null) {
            return reading.of(steady);
        }
        try (Snapshot snapshot = journal.snapshot()) {
            return reading.of(snapshot);
        }
    }
}
