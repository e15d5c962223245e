package io.musubi.bench.flood;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Many clients at once.
 *
 * @param name what they do
 * @param members one for each
 * @param beside how many seconds more than the limit of a query each may take
 */
record Crowd(String name, List<Callable<Ending>> members, int beside) {
    private static final int FEW = 20;
    private static final int MANY = 200;
    private static final int MORE = 400;

    /** The longest wait for a turn, and what all may overrun. */
    private static final int TURN = 15;

    private static final String EVERYTHING = "SELECT * { ?s ?p ?o } LIMIT 40000";
    private static final Asked CROSS = new Asked("cross product", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }");
    private static final Asked QUICK = new Asked("quick query", "SELECT * { ?s ?p ?o } LIMIT 10");

    int seconds(int limit) {
        return limit + beside;
    }

    static List<Crowd> all(int port) {
        Client client = new Client(port);
        SlowClients slow = new SlowClients(port);
        String rows = SlowClients.path(EVERYTHING);
        return List.of(
                of("nobody", 1, 60, i -> waiting()),
                of("200 with a cross product", MANY, TURN, i -> client.ask(CROSS, "text/csv")),
                of("200 with a quick query", MANY, TURN, i -> client.ask(QUICK, "text/csv")),
                of(
                        "20 with 10 MB of query",
                        FEW,
                        TURN,
                        i -> client.ask(new Asked("10 MB", "#".repeat(10_000_000)), "text/csv")),
                of("200 read an answer slowly", MANY, 60, i -> slow.reads(rows)),
                of("200 never read an answer", MANY, 60, i -> slow.neverReads(rows)),
                of("400 read a page slowly", MORE, 60, i -> slow.reads("/search?size=100&q=data")),
                of("400 never read a page", MORE, 60, i -> slow.neverReads("/search?size=100&q=data")),
                of("400 write slowly", MORE, 60, i -> slow.writes("ASK {}")),
                of("400 greet slowly", MORE, 60, i -> slow.greets()),
                of(
                        "200 with a long search",
                        MANY,
                        TURN,
                        i -> client.get("long search", "/search?q=" + "soil%20data%E8%A6%B3".repeat(2000))),
                of(
                        "200 with many facets",
                        MANY,
                        TURN,
                        i -> client.get("many facets", "/search?q=data" + "&year=2020&field=389".repeat(1500))),
                of(
                        "200 with different searches",
                        MANY,
                        TURN,
                        i -> client.get("search", "/search?size=100&q=" + i + "&year=" + (2015 + i % 10))),
                of("200 with deep pages", MANY, TURN, i -> client.get("deep page", "/catalog?page=" + i * 1000)),
                of("200 with the home page", MANY, TURN, i -> client.get("home", "/?" + i)),
                of("200 with pages", MANY, TURN, i -> client.get("page", "/dataset/doi/10.60599/d" + i * 10)));
    }

    /** Nobody, for comparison. */
    private static Ending waiting() {
        try {
            TimeUnit.SECONDS.sleep(15);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Ending("nobody", "200", 0, "");
    }

    private static Crowd of(String name, int count, int beside, IntFunction<Ending> member) {
        List<Callable<Ending>> members = IntStream.range(0, count)
                .mapToObj(i -> (Callable<Ending>) () -> member.apply(i))
                .toList();
        return new Crowd(name, members, beside);
    }
}
