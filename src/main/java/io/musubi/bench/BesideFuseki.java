package io.musubi.bench;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.service.Progress;
import io.musubi.service.Rulebook;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.fuseki.main.FusekiServer;

/**
 * Queries asked of our server and of bare Fuseki, which has the same TDB2 database as it is: without our filters, limits
 * and leases. Both are in this process, since only one process can have the database open. Nothing is built anew
 * meanwhile, since that would take the database away from Fuseki.
 */
final class BesideFuseki implements AutoCloseable {
    private static final int QUERIES = 20;
    private static final int WARM = 2;
    private static final int FEWEST = 3;
    private static final String BARE = "bare Fuseki";
    private static final String OURS = "Musubi";

    /** About so long is each query asked of each side; slow ones are asked less often. */
    private static final Duration EACH = Duration.ofSeconds(30);

    private final LiveServer live;
    private final FusekiServer fuseki;
    private final Caller ours;
    private final Caller bare;
    private final Progress progress;

    /** Starts both over the graph of {@code store}. */
    BesideFuseki(ServedStore store, Rulebook rules, Progress progress) {
        GraphSettings never = new GraphSettings(rules.home(), Double.MAX_VALUE, Long.MAX_VALUE / 2);
        this.progress = progress;
        this.live = new LiveServer(store.publicFolder(), rules.home(), store.base(), never);
        this.fuseki = bare(live.graph()).start();
        this.ours = new Caller(live.port());
        this.bare = new Caller(fuseki.getPort());
    }

    private static FusekiServer bare(GraphStore graph) {
        return FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/sparql", graph.dataset().getWrapped(), false)
                .build();
    }

    /** A query that both answer alike, and how often it is to be asked: to warm up, and to measure. */
    private record Chosen(UserQuery query, int warm, int rounds) {}

    /** How long both took for a query. */
    private record Row(String name, Rounds bare, Rounds ours) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "  %-38s%10.1f%10.1f%10.1f%10.1f%8.2f",
                    name,
                    bare.median() * 1000,
                    bare.at(0.99) * 1000,
                    ours.median() * 1000,
                    ours.at(0.99) * 1000,
                    ours.ratioTo(bare));
        }

        Map<String, Object> json() {
            return Map.of(BARE, told(bare), OURS, told(ours), "ratio", ours.ratioTo(bare));
        }

        private static Map<String, Object> told(Rounds rounds) {
            Map<String, Object> told = rounds.json();
            told.put("p99", rounds.at(0.99));
            return told;
        }
    }

    /**
     * Measures the first {@value #QUERIES} of {@code candidates} that have an answer, the same on both sides.
     *
     * @param rounds how often each is asked
     * @param writer writes into the store once; it does so all the time during the second half
     * @param each hears of each half as soon as it is done
     * @throws IllegalStateException when answers differ, or one is not what it was
     */
    void run(List<UserQuery> candidates, int rounds, Rounds.Task writer, Consumer<Report> each) throws Exception {
        List<String> left = new ArrayList<>();
        List<Chosen> chosen = chosen(candidates, rounds, left);
        each.accept(new Report(left, Map.of("queries left out", left)));
        each.accept(measured("queries of users, one client", chosen));
        try (Meanwhile writing = new Meanwhile("writer", Duration.ZERO, writer)) {
            Report beside = measured("the same beside a writer", chosen);
            Rounds written = writing.end();
            String line = String.format(
                    Locale.ROOT, "  deliveries meanwhile %d, median %.0f ms", written.count(), written.median() * 1000);
            each.accept(beside.and("deliveries meanwhile", written.json(), line));
        }
    }

    private List<Chosen> chosen(List<UserQuery> candidates, int rounds, List<String> left)
            throws IOException, InterruptedException {
        List<Chosen> chosen = new ArrayList<>();
        for (UserQuery query : candidates) {
            if (chosen.size() < QUERIES) {
                progress.at("compare " + query.name(), chosen.size(), QUERIES);
                long start = System.nanoTime();
                Optional<String> answer = ours.tryQuery(query);
                long often = EACH.toNanos() / (System.nanoTime() - start);
                if (answer.isEmpty()) {
                    left.add("left out, not answered within our limits: " + query.name());
                } else if (query.said(answer.get()).isEmpty()) {
                    left.add("left out, finds nothing here: " + query.name());
                } else {
                    compare(query, answer.get());
                    int fewest = Math.min(FEWEST, rounds);
                    chosen.add(new Chosen(query, Math.clamp(often, 0, WARM), Math.clamp(often, fewest, rounds)));
                }
            }
        }
        return chosen;
    }

    private void compare(UserQuery query, String answer) throws IOException, InterruptedException {
        List<String> expected = query.said(bare.query(query));
        List<String> found = query.said(answer);
        if (!found.equals(expected)) {
            throw new IllegalStateException(query.name() + ": bare Fuseki says " + expected.size() + " things, we say "
                    + found.size() + ", and they are not the same");
        }
    }

    private Report measured(String title, List<Chosen> chosen) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Chosen each : chosen) {
            UserQuery query = each.query();
            progress.at(title + ": " + query.name(), rows.size(), chosen.size());
            Timing timing = new Timing(query.name(), "queries")
                    .peer(BARE, 1, () -> bare.query(query))
                    .peer(OURS, 1, () -> ours.query(query))
                    .run(each.warm(), each.rounds());
            rows.add(new Row(query.name(), timing.rounds(BARE), timing.rounds(OURS)));
        }
        return report(title, rows);
    }

    private static Report report(String title, List<Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-40s%10s%10s%10s%10s%8s", title + ", ms", BARE, "p99", OURS, "p99", "ratio"));
        Map<String, Object> json = new LinkedHashMap<>();
        rows.forEach(row -> lines.add(row.line()));
        rows.forEach(row -> json.put(row.name(), row.json()));
        double all = sum(rows, Row::ours) / sum(rows, Row::bare);
        double mean = Math.exp(rows.stream()
                .mapToDouble(row -> Math.log(row.ours().ratioTo(row.bare())))
                .average()
                .orElse(0));
        lines.add(String.format(
                Locale.ROOT,
                "  all medians together: ratio %.2f; mean of the ratios %.2f (aim: at most 1.10)",
                all,
                mean));
        json.put("ratio", Map.of("sum", all, "mean", mean));
        return new Report(lines, Map.of(title, json));
    }

    private static double sum(List<Row> rows, Function<Row, Rounds> side) {
        return rows.stream().mapToDouble(row -> side.apply(row).median()).sum();
    }

    @Override
    public void close() {
        ours.close();
        bare.close();
        fuseki.stop();
        live.close();
    }
}
