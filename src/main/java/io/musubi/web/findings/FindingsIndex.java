package io.musubi.web.findings;

import io.musubi.finding.Cause;
import io.musubi.finding.Group;
import io.musubi.finding.Tally;
import io.musubi.journal.Change;
import io.musubi.journal.Journal;
import io.musubi.journal.Lookup;
import io.musubi.journal.Position;
import io.musubi.journal.Snapshot;
import io.musubi.model.Document;
import io.musubi.model.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which records have findings of which cause: kept in memory (some 200 bytes for a record that has any) and followed
 * from the journal by its changes, so that a page costs the same however many records there are. All texts are read from
 * the documents when they are shown. For many threads.
 */
final class FindingsIndex {
    private static final int BATCH = 1_000;
    private static final String RECORD = "record";

    private final Journal journal;
    private final String prefix;

    /** Causes of the findings of each record, by its name below {@code record/}. */
    private final NavigableMap<String, int[]> records = new TreeMap<>();

    private final List<Cause> causes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, List<Group<Seen>>> overviews = new HashMap<>();
    private State state = Journal.EMPTY;

    FindingsIndex(String base, Journal journal) {
        this.journal = journal;
        this.prefix = base + RECORD + "/";
    }

    /**
     * A finding of a record.
     *
     * @param record the record's name below {@code record/}
     * @param cause its cause
     */
    record Seen(String record, Cause cause) {}

    /** Asks of the newest state: index and snapshot show the same. */
    synchronized <T> T read(Function<View, T> question) {
        try (Snapshot snapshot = journal.snapshot()) {
            follow(snapshot);
            return question.apply(new View(snapshot));
        }
    }

    private void follow(Snapshot snapshot) {
        if (state.equals(snapshot.state())) {
            return;
        }
        overviews.clear();
        boolean isNew = state.number() == 0 || !snapshot.state(state.number()).equals(Optional.of(state));
        if (isNew) {
            records.clear();
            fill(snapshot);
        } else {
            advance(snapshot);
        }
        state = snapshot.state();
    }

    private void fill(Snapshot snapshot) {
        String after = "";
        List<Lookup.Found> page;
        do {
            page = snapshot.documents(RECORD, after, BATCH);
            for (Lookup.Found found : page) {
                put(found.document());
                after = found.document().iri();
            }
        } while (!page.isEmpty());
    }

    private void advance(Snapshot snapshot) {
        Position from = Position.after(state.number());
        List<Change> page;
        do {
            page = snapshot.changes(from, snapshot.state().number(), BATCH);
            for (Change change : page) {
                if (change.type().equals(RECORD)) {
                    change.now()
                            .ifPresentOrElse(
                                    this::put, () -> records.remove(change.iri().substring(prefix.length())));
                }
                from = Position.after(change);
            }
        } while (!page.isEmpty());
    }

    private void put(Document record) {
        int[] found = FindingParts.causes(record).stream()
                .mapToInt(this::number)
                .sorted()
                .toArray();
        String name = record.iri().substring(prefix.length());
        if (found.length == 0) {
            records.remove(name);
        } else {
            records.put(name, found);
        }
    }

    private int number(String lines) {
        return numbers.computeIfAbsent(lines, text -> {
            causes.add(FindingParts.cause(text));
            return causes.size() - 1;
        });
    }

    /** The index at one state. */
    final class View {
        /** How many records of each cause an overview names. */
        static final int FEW = 3;

        private final Snapshot snapshot;

        private View(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        Snapshot snapshot() {
            return snapshot;
        }

        State state() {
            return snapshot.state();
        }

        /**
         * The causes of a source, most gained first, each with its first few records; counted once per state.
         *
         * @param source its segment of the IRI
         */
        List<Group<Seen>> overview(String source) {
            return overviews.computeIfAbsent(source, it -> {
                Tally<Seen> tally = new Tally<>(Seen::cause, seen -> false, FEW);
                of(source)
                        .forEach((record, found) -> tally.take(Arrays.stream(found)
                                .mapToObj(number -> new Seen(record, causes.get(number)))
                                .toList()));
                return tally.groups();
            });
        }

        /** How many records of a source have a finding. */
        int records(String source) {
            return of(source).size();
        }

        private NavigableMap<String, int[]> of(String source) {
            return records.subMap(source + "/", true, source + "0", false); // '0' follows '/'
        }

        /** The names of the first of the source's records behind {@code after} that have a finding of {@code cause}. */
        List<String> records(String source, Cause cause, String after, int most) {
            int number = causes.indexOf(cause);
            String from = after.startsWith(source + "/") ? after : source + "/";
            return of(source).tailMap(from, false).entrySet().stream()
                    .filter(it -> Arrays.binarySearch(it.getValue(), number) >= 0)
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** The document of a record, if it is public. */
        Optional<Document> document(String record) {
            return snapshot.document(prefix + record);
        }
    }
}
