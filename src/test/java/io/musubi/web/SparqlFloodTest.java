package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.bench.flood.Asked;
import io.musubi.bench.flood.Grammar;
import io.musubi.bench.flood.Shapes;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile queries, those of {@code queries/hostile} and generated ones: each ends in time and says how. */
class SparqlFloodTest {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final int AT_ONCE = 4;
    private static final int GENERATED = 200;
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() {
        Limits limits = Limits.standard().withTime(LIMIT).withQueue(AT_ONCE, AT_ONCE, Duration.ofSeconds(10));
        served = Served.start(folder, limits);
        served.publish(SparqlLimitsTest.documents());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    /** Nothing evaluates on behind the answers. */
    @AfterEach
    void nothingGoesOn() throws Exception {
        for (int i = 0; i < 100 && !served.get("/health").body().contains("\"queries\":0"); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(served.get("/health").body()).contains("\"ok\":true").contains("\"queries\":0");
    }

    @Test
    void shapesEndInTime() throws Exception {
        ask(Shapes.read(HOME));
    }

    @Test
    void generatedQueriesEndInTime() throws Exception {
        Grammar grammar = new Grammar(1);
        ask(Stream.generate(grammar::next).limit(GENERATED).toList());
    }

    private static void ask(List<Asked> queries) throws Exception {
        assertThat(queries).hasSizeGreaterThan(100);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> faults = new ArrayList<>();
            queries.forEach(it -> faults.add(threads.submit(() -> fault(it))));
            for (Future<String> fault : faults) {
                assertThat(fault.get()).isEmpty();
            }
        }
    }

    /** What is wrong with the end of a query; empty when nothing is. */
    private static String fault(Asked asked) throws InterruptedException {
        long start = System.nanoTime();
        String how = ending(asked);
        boolean isLate = System.nanoTime() - start > LIMIT.plusSeconds(5).toNanos();
        return how.isEmpty() && !isLate
                ? ""
                : asked.kind() + (isLate ? " late" : "") + how + ": "
                        + asked.text().substring(0, Math.min(2_000, asked.text().length()));
    }

    private static String ending(Asked asked) throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = served.send("POST", "/sparql", asked.text(), "Content-Type", "application/sparql-query");
        } catch (IOException e) {
            // An answer that was cut when it already flowed.
            return asked.text().contains("SELECT") && asked.text().length() < 100_000 ? "" : " broken off";
        }
        boolean isProblem = answer.statusCode() != 500
                && answer.headers().firstValue("Content-Type").orElse("").equals("application/problem+json");
        boolean isAnswer = answer.statusCode() == 200 && !answer.body().isEmpty();
        return isAnswer || isProblem ? "" : " " + answer.statusCode() + " " + answer.body();
    }
}
