package io.musubi.web.findings;

import io.musubi.finding.Cause;
import io.musubi.finding.Gain;
import io.musubi.finding.Group;
import io.musubi.journal.Journal;
import io.musubi.journal.Lookup;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which records have findings of which cause: kept in memory (some 200 bytes for a record that has any) and followed
 * from the journal by its changes, so that a page costs the same however many records there are. All texts are read from
 * the documents when they are shown. For many threads.
 */
final class FindingsIndex {
    private static final Logger LOG = LoggerFactory.getLogger(FindingsIndex.class);
    private static final int BATCH = 1_000;
    private static final String RECORD = "record";

    private final Journal journal;
    private final String prefix;

    /** Causes of the findings of each record, by its name below {@code record/}. */
    private final NavigableMap<String, int[]> records = new TreeMap<>();

    private final List<Cause> causes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, List<Group<String>>> overviews = new HashMap<>();
    private State state = Journal.EMPTY;
    private volatile boolean isClosed;

    FindingsIndex(String base, Journal journal) {
        this.journal = journal;
        this.prefix = base + RECORD + "/";
    }

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

    /** Reads all records in the background, so that the first reader need not wait; ends early when told to. */
    void warm() {
        Thread.ofPlatform().daemon().name("findings").start(() -> {
            try {
                read(View::state);
            } catch (RuntimeException e) {
                LOG.debug("The findings are read when somebody asks", e);
            }
        });
    }

    /** Nobody will ask any more. */
    void close() {
        isClosed = true;
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
        } while (!page.isEmpty() && !isClosed);
    }

    private void advance(Snapshot snapshot) {
        snapshot.eachChange(state.number(), change -> {
            if (change.type().equals(RECORD)) {
                change.now()
                        .ifPresentOrElse(
                                this::put, () -> records.remove(change.iri().substring(prefix.length())));
            }
        });
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
         * The causes of a source, most gained first, each with the names of its first few records; counted once per
         * state.
         *
         * @param source its segment of the IRI
         */
        List<Group<String>> overview(String source) {
            return overviews.computeIfAbsent(source, this::count);
        }

        private List<Group<String>> count(String source) {
            Gain[] gains = new Gain[causes.size()];
            Arrays.fill(gains, Gain.NONE);
            Map<Integer, List<String>> first = new HashMap<>();
            of(source).forEach((record, found) -> {
                int from = 0;
                for (int i = 1; i <= found.length; i++) {
                    if (i == found.length || found[i] != found[from]) {
                        gains[found[from]] = gains[found[from]].plus(false, i - from);
                        List<String> few = first.computeIfAbsent(found[from], number -> new ArrayList<>(FEW));
                        if (few.size() < FEW) {
                            few.add(record);
                        }
                        from = i;
                    }
                }
            });
            return Group.ordered(first.entrySet().stream()
                    .map(it -> new Group<>(0, causes.get(it.getKey()), gains[it.getKey()], it.getValue()))
                    .toList());
        }

        /** Whether a text of {@link FindingParts} is of {@code cause}. */
        boolean isOf(String lines, Cause cause) {
            Integer number = numbers.get(lines);
            return number != null && causes.get(number).equals(cause);
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
