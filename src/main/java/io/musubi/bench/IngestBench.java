package io.musubi.bench;

import io.musubi.bench.invented.Corpus;
import io.musubi.bench.invented.Shape;
import io.musubi.bench.invented.Version;
import io.musubi.graph.Follower;
import io.musubi.service.Outcome;
import io.musubi.service.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whole ingests, until the graph answers from them, beside TDB2 alone with the same statements: into an empty store, into
 * one that has records, one record after another, and the same delivery once more. For several sizes it shows how time,
 * memory and disk grow.
 */
public final class IngestBench {
    private static final int WARM = 1_000;
    private static final int SINGLES = 20;
    private static final int TRANSACTION = 10_000;

    private final List<Long> sizes;
    private final int rounds;
    private final long seed;

    /**
     * Nothing is done yet.
     *
     * @param sizes how many records, one measurement after the other
     * @param rounds how often each is measured
     * @param seed of the invention
     */
    public IngestBench(List<Long> sizes, int rounds, long seed) {
        this.sizes = List.copyOf(sizes);
        this.rounds = rounds;
        this.seed = seed;
    }

    /**
     * Runs it.
     *
     * @param home the project's folder
     * @param progress hears of what is being done
     * @throws Exception when a file cannot be written or read, or both sides did not do the same
     */
    public Report run(Path home, Progress progress) throws Exception {
        new Run(WARM, home, Progress.SILENT).once();
        Report report = Report.EMPTY;
        for (long size : sizes) {
            Run run = new Run(size, home, progress);
            for (int i = 0; i < rounds; i++) {
                run.once();
            }
            report = report.and(run.report());
        }
        return report;
    }

    /** What is measured in one round, in its order. */
    private enum Row {
        FIRST_PLAIN("bulk loader alone"),
        FIRST("ingest into an empty store"),
        TEXT("its text index"),
        SECOND_PLAIN("TDB2, transactions of 10,000 statements"),
        SECOND("as many records more"),
        AGAIN("the first delivery again, unchanged"),
        SINGLE_PLAIN("TDB2, one record in a transaction"),
        SINGLE("one record, until it is in the graph");

        private final String label;

        Row(String label) {
            this.label = label;
        }

        /** What it is compared with. */
        Row yardstick() {
            return switch (this) {
                case SECOND, SECOND_PLAIN -> SECOND_PLAIN;
                case SINGLE, SINGLE_PLAIN -> SINGLE_PLAIN;
                case AGAIN -> FIRST;
                case FIRST, FIRST_PLAIN, TEXT -> FIRST_PLAIN;
            };
        }
    }

    private final class Run {
        private final long records;
        private final Path home;
        private final Progress progress;
        private final Corpus corpus = new Corpus(seed);
        private final Map<Row, List<Long>> nanos = new LinkedHashMap<>();
        private Map<String, Long> bytes = Map.of();
        private long statements;
        private long documents;
        private long heap;

        Run(long records, Path home, Progress progress) {
            this.records = records;
            this.home = home;
            this.progress = progress;
        }

        private void time(Row row, Rounds.Task task) throws Exception {
            long took = Rounds.nanos(task);
            nanos.computeIfAbsent(row, it -> new ArrayList<>()).add(took);
            // A long run that is broken off has told what it knew.
            if (row != Row.SINGLE && row != Row.SINGLE_PLAIN) {
                String told = String.format(Locale.ROOT, "%s: %.1f s", row.label, took / 1e9);
                progress.at(told, nanos.size(), Row.values().length);
            }
        }

        /** Open only while it is measured: what it keeps in memory would be taken from the other side. */
        private PlainTdb2 plain(Scratch scratch) throws IOException {
            PlainTdb2 plain = new PlainTdb2(scratch.path().resolve("plain"));
            plain.count(); // warm again
            return plain;
        }

        private Rounds rounds(Row row) {
            return new Rounds(nanos.getOrDefault(row, List.of()));
        }

        private Path delivery(Scratch scratch, String name, long from, long count) throws IOException {
            Path file = scratch.path().resolve(name + ".xml");
            corpus.write(file, Shape.JPCOAR, Version.first(from, from + count));
            return file;
        }

        void once() throws Exception {
            try (Scratch scratch = new Scratch()) {
                Path first = delivery(scratch, "first", 0, records);
                Path second = delivery(scratch, "second", records, records);
                PeakHeap peak = new PeakHeap();
                try (InventedStore store = new InventedStore(scratch.path().resolve("data"), home, progress)) {
                    time(Row.FIRST, () -> store.takeAndAsk(first, records));
                    time(Row.TEXT, store::index);
                    bytes = store.disk().bytes();
                    documents = store.documents();
                    Dump dump = Dump.of(store, scratch.path().resolve("first.nt"));
                    statements = dump.statements();
                    try (PlainTdb2 plain = plain(scratch)) {
                        time(Row.FIRST_PLAIN, () -> plain.load(dump.file()));
                        same(store, plain);
                    }
                    long state = store.state();
                    time(Row.SECOND, () -> store.takeAndAsk(second, records));
                    Difference difference = new Difference(scratch, "second", store, state, dump);
                    try (PlainTdb2 plain = plain(scratch)) {
                        time(Row.SECOND_PLAIN, () -> difference.apply(plain, TRANSACTION));
                        same(store, plain);
                    }
                    time(Row.AGAIN, () -> again(store, first));
                    try (PlainTdb2 plain = plain(scratch)) {
                        singles(scratch, store, plain);
                    }
                }
                heap = Math.max(heap, peak.bytes());
            }
        }

        private void again(InventedStore store, Path file) throws IOException {
            long state = store.state();
            long unchanged = store.take(file, records).of(Outcome.UNCHANGED);
            if (store.state() != state || unchanged == 0) {
                throw new IllegalStateException("The same delivery changed something");
            }
        }

        private void singles(Scratch scratch, InventedStore store, PlainTdb2 plain) throws Exception {
            Dump dump = Dump.of(store, scratch.path().resolve("singles.nt"));
            Follower follower = store.graph().watch();
            try {
                for (int i = 0; i < SINGLES; i++) {
                    Path one = delivery(scratch, "single-" + i, 2 * records + i, 1);
                    long state = store.state();
                    Thread.sleep(600); // a quiet store
                    time(Row.SINGLE, () -> {
                        store.take(one, 1);
                        while (store.graph().state().number() < store.state()) {
                            Thread.sleep(1);
                        }
                        store.ask();
                    });
                    Difference difference = new Difference(scratch, "single-" + i, store, state, dump);
                    time(Row.SINGLE_PLAIN, () -> difference.apply(plain, Integer.MAX_VALUE));
                }
            } finally {
                follower.close();
            }
        }

        private void same(InventedStore store, PlainTdb2 plain) {
            long ours = PlainTdb2.count(store.graph().dataset());
            if (ours != plain.count()) {
                throw new IllegalStateException(
                        "The graph holds " + ours + " statements, TDB2 alone " + plain.count() + ": not the same work");
            }
        }

        Report report() {
            List<String> lines = new ArrayList<>();
            Map<String, Object> json = new LinkedHashMap<>();
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d records, %,d statements in %,d documents; %d rounds",
                    records,
                    statements,
                    documents,
                    rounds));
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-42s%10s%10s%10s%12s%8s",
                    "seconds",
                    "min",
                    "median",
                    "max",
                    "ms/record",
                    "ratio"));
            for (Row row : Row.values()) {
                Rounds it = rounds(row);
                long each = row == Row.SINGLE || row == Row.SINGLE_PLAIN ? 1 : records;
                double ratio = it.ratioTo(rounds(row.yardstick()));
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-42s%10.3f%10.3f%10.3f%12.2f%8.2f",
                        row.label,
                        it.min(),
                        it.median(),
                        it.max(),
                        it.median() * 1_000 / each,
                        ratio));
                Map<String, Object> figures = it.json();
                figures.put("ratio", ratio);
                json.put(row.label, figures);
            }
            bytes.forEach((part, size) -> {
                lines.add(String.format(Locale.ROOT, "  disk, %-36s%,10d bytes a record", part, size / records));
                json.put("bytesPerRecord " + part, size / records);
            });
            lines.add(String.format(Locale.ROOT, "  most memory in use after a collection: %,d MB", heap >> 20));
            json.put("heapBytes", heap);
            json.put("statements", statements);
            return new Report(lines, Map.of("ingest of " + records, json));
        }
    }

    /** What a delivery changed, as statements ready for TDB2 alone. */
    private static final class Difference {
        private final Path removed;
        private final Path added;

        Difference(Scratch scratch, String name, InventedStore store, long since, Dump before) throws IOException {
            this.removed = scratch.path().resolve(name + "-removed.nt");
            this.added = scratch.path().resolve(name + "-added.nt");
            try (OutputStream gone = new BufferedOutputStream(Files.newOutputStream(removed));
                    OutputStream came = new BufferedOutputStream(Files.newOutputStream(added))) {
                store.changesSince(since, change -> before.difference(change, gone, came));
            }
        }

        void apply(PlainTdb2 plain, int transaction) {
            plain.change(removed, added, transaction);
        }
    }
}
