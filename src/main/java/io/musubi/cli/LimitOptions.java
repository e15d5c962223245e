package io.musubi.cli;

import io.musubi.web.sparql.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What one query, and all queries together, may use: the options of a command that serves. */
final class LimitOptions {
    private static final Limits STANDARD = Limits.standard();

    @Option(
            names = "--query-time",
            paramLabel = "SECONDS",
            defaultValue = "${env:MUSUBI_QUERY_TIME:-30}",
            description = "How long a query may run (default 30; or $MUSUBI_QUERY_TIME).")
    private double time;

    @Option(
            names = "--query-rows",
            paramLabel = "N",
            defaultValue = "${env:MUSUBI_QUERY_ROWS:-1000000}",
            description = "Rows of one answer (default 1000000; or $MUSUBI_QUERY_ROWS).")
    private long rows;

    @Option(
            names = "--query-triples",
            paramLabel = "N",
            defaultValue = "${env:MUSUBI_QUERY_TRIPLES:-250000}",
            description = "Triples of one answer (default 250000; or $MUSUBI_QUERY_TRIPLES).")
    private int triples;

    @Option(
            names = "--query-length",
            paramLabel = "N",
            defaultValue = "${env:MUSUBI_QUERY_LENGTH:-100000}",
            description = "Characters of one query (default 100000; or $MUSUBI_QUERY_LENGTH).")
    private int length;

    @Option(
            names = "--queries",
            paramLabel = "N",
            defaultValue = "${env:MUSUBI_QUERIES:-0}",
            description = "Queries that run at once (default: as many as processors, at least 2; or $MUSUBI_QUERIES).")
    private int atOnce;

    @Option(
            names = "--queries-waiting",
            paramLabel = "N",
            defaultValue = "${env:MUSUBI_QUERIES_WAITING:-32}",
            description =
                    "Queries that may wait for their turn, 10 s at most (default 32; or $MUSUBI_QUERIES_WAITING).")
    private int waiting;

    /** The limits that were asked for. */
    Limits limits() {
        check("--query-time", time > 0);
        check("--query-rows", rows > 0);
        check("--query-triples", triples > 0);
        check("--query-length", length > 0);
        return STANDARD.withTime(Duration.ofMillis(Math.round(time * 1000)))
                .withAnswers(rows, triples, STANDARD.held())
                .withLength(length)
                .withQueue(atOnce > 0 ? atOnce : STANDARD.atOnce(), Math.max(0, waiting), STANDARD.turn());
    }

    private static void check(String option, boolean isPositive) {
        if (!isPositive) {
            throw new IllegalArgumentException(option + " must be a number above 0");
        }
    }
}
