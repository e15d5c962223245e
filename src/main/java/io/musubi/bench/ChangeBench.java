package io.musubi.bench;

import io.musubi.bench.invented.Version;
import io.musubi.graph.GraphSettings;
import io.musubi.service.Progress;
import io.musubi.service.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What a store takes of the disk while its records change night by night under a running server, beside a store with the
 * same records built afresh; and whether somebody who reads all the time has to wait.
 *
 * @param records how many there are at first
 * @param nights how many
 * @param floor a graph that has grown by fewer bytes than this is not built anew
 * @param seed of the invention, and of what changes
 */
public record ChangeBench(int records, int nights, long floor, long seed) {
    private static final int WARM = 50;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration READ_EVERY = Duration.ofMillis(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Where the store was after a night. */
    private record Night(int number, Disk disk, boolean isSwapped) {
        String line(Disk fresh) {
            return String.format(
                    Locale.ROOT,
                    "  night %-3d%12.1f%12.1f%12.1f%12.1f%12.1f%10.2f%s",
                    number,
                    megabytes(disk.of("ledger")),
                    megabytes(disk.of("journal")),
                    megabytes(disk.of("graph")),
                    megabytes(disk.of("text")),
                    megabytes(disk.all()),
                    ratio(disk, fresh),
                    isSwapped ? "  swapped" : "");
        }

        Map<String, Object> json() {
            return Map.of("night", number, "bytes", disk.bytes(), "swapped", isSwapped);
        }
    }

    /**
     * Runs it.
     *
     * @param home the project's folder
     * @param progress hears of what is being done
     * @throws Exception when both stores do not hold the same number of public documents, or the reader fails
     */
    public Report run(Path home, Progress progress) throws Exception {
        Rulebook rules = new Rulebook(home);
        Nights life = new Nights(records, seed);
        try (Scratch scratch = new Scratch();
                ServedStore store = opened(scratch, "aged", rules, progress)) {
            store.deliver(Version.first(0, records));
            store.follow();
            AtomicLong worst = new AtomicLong();
            List<Night> told = new ArrayList<>();
            Rounds waits = lived(scratch.path().resolve("aged"), store, rules, life, worst, told, progress);
            try (ServedStore fresh = opened(scratch, "fresh", rules, progress)) {
                fresh.deliver(life.current());
                fresh.follow();
                Report same = compared(store, fresh);
                return report(told, Disk.of(scratch.path().resolve("fresh")), worst.get(), waits)
                        .and(same);
            }
        }
    }

    private ServedStore opened(Scratch scratch, String name, Rulebook rules, Progress progress) {
        return ServedStore.open(scratch.path().resolve(name), rules, seed, progress);
    }

    private Rounds lived(
            Path data,
            ServedStore store,
            Rulebook rules,
            Nights life,
            AtomicLong worst,
            List<Night> told,
            Progress progress)
            throws Exception {
        GraphSettings usual = GraphSettings.usual(rules.home());
        GraphSettings settings = new GraphSettings(usual.home(), usual.growth(), floor);
        UserQuery query = new UserQuery(
                "reader",
                "SELECT ?thing { ?thing a <http://www.w3.org/ns/dcat#CatalogRecord> } LIMIT 10",
                "application/sparql-results+json");
        try (LiveServer server = new LiveServer(store.publicFolder(), rules.home(), store.base(), settings);
                Caller caller = warm(server.port(), query);
                Meanwhile reader = new Meanwhile("reader", READ_EVERY, () -> caller.query(query));
                Meanwhile watch = new Meanwhile("disk", LOOK_EVERY, () -> watch(data, worst))) {
            told.add(new Night(0, Disk.of(data), false));
            for (int night = 1; night <= nights; night++) {
                progress.at("nights", night - 1, nights);
                List<String> before = graphs(store.publicFolder());
                store.deliver(life.next().stream());
                settle(server, store);
                told.add(new Night(
                        night, Disk.of(data), !graphs(store.publicFolder()).equals(before)));
            }
            watch.end();
            return reader.end();
        }
    }

    private static Caller warm(int port, UserQuery query) throws Exception {
        Caller caller = new Caller(port);
        Rounds.of(WARM, 1, () -> caller.query(query));
        return caller;
    }

    private static void watch(Path data, AtomicLong worst) throws IOException {
        worst.accumulateAndGet(Disk.of(data).all(), Math::max);
    }

    /** Waits until a swap, where one is due, is over, and the old graph has left the disk. */
    private static void settle(LiveServer server, ServedStore store) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!server.isSettled() || graphs(store.publicFolder()).size() > 1) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The server does not follow: nothing settles within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static List<String> graphs(Path publicFolder) throws IOException {
        try (Stream<Path> files = Files.list(publicFolder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("graph-\\d+"))
                    .sorted()
                    .toList();
        }
    }

    private static Report compared(ServedStore aged, ServedStore fresh) {
        if (!aged.counts().equals(fresh.counts())) {
            throw new IllegalStateException(
                    "After the nights there are " + aged.counts() + ", built afresh " + fresh.counts());
        }
        boolean isSame = aged.state().hash().equals(fresh.state().hash());
        String line =
                "  both hold " + aged.counts() + "; their triples are " + (isSame ? "the same" : "not all the same")
                        + ": " + aged.state().id() + ", " + fresh.state().id();
        return Report.EMPTY.and("same triples", isSame, line);
    }

    private Report report(List<Night> told, Disk fresh, long worst, Rounds waits) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%-11s%12s%12s%12s%12s%12s%10s", "MB on disk", "ledger", "journal", "graph", "text", "all", "ratio"));
        told.forEach(night -> lines.add(night.line(fresh)));
        lines.add(new Night(nights, fresh, false).line(fresh).replaceFirst("night \\d+ *", "afresh   "));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("nights", told.stream().map(Night::json).toList());
        json.put("afresh", fresh.bytes());
        json.put("worst", worst);
        Report report = new Report(lines, json)
                .and(
                        "ratio now",
                        ratio(told.getLast().disk(), fresh),
                        "  now " + parts(told.getLast().disk(), fresh))
                .and(
                        "ratio at worst",
                        (double) worst / fresh.all(),
                        String.format(
                                Locale.ROOT,
                                "  at the worst moment %.2f (aim: at most 4)",
                                (double) worst / fresh.all()));
        return report.and(lastSwap(told, fresh)).and(waited(waits));
    }

    private static Report lastSwap(List<Night> told, Disk fresh) {
        return told.stream()
                .filter(Night::isSwapped)
                .reduce((a, b) -> b)
                .map(night -> Report.EMPTY.and(
                        "ratio after swap",
                        ratio(night.disk(), fresh),
                        "  after the last swap, night " + night.number() + ", " + parts(night.disk(), fresh)
                                + " (aim: below 1.5)"))
                .orElse(new Report(List.of("  no swap came"), Map.of()));
    }

    private static Report waited(Rounds waits) {
        return Report.EMPTY.and(
                "reader",
                waits.json(),
                String.format(
                        Locale.ROOT,
                        "  a reader asked %,d times meanwhile: median %.1f ms, p99 %.1f ms, longest %.1f ms",
                        waits.count(),
                        waits.median() * 1000,
                        waits.at(0.99) * 1000,
                        waits.max() * 1000));
    }

    private static String parts(Disk disk, Disk fresh) {
        StringBuilder parts = new StringBuilder(String.format(Locale.ROOT, "%.2f", ratio(disk, fresh)));
        disk.bytes()
                .forEach((part, bytes) -> parts.append(
                        String.format(Locale.ROOT, ", %s %.2f", part, (double) bytes / Math.max(1, fresh.of(part)))));
        return parts.toString();
    }

    private static double ratio(Disk disk, Disk fresh) {
        return (double) disk.all() / fresh.all();
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }
}
