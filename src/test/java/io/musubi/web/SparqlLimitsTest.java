package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.model.Document;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that hold: each query ends in time, in words, and the server answers others meanwhile. */
class SparqlLimitsTest {
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final Duration LATEST = LIMIT.plusSeconds(5);
    private static final int DOCUMENTS = 300;

    @TempDir
    static Path folder;

    /** With the short limit: for what must be stopped. */
    private static Served served;

    /** With the usual limit: for what must be answered, also on a machine with much else to do. */
    private static Served patient;

    @BeforeAll
    static void start() throws IOException {
        served = Served.start(folder, Limits.standard().withTime(LIMIT));
        served.publish(documents());
        patient = other(Limits.standard());
    }

    /** A long chain and a dense knot. */
    static Document[] documents() {
        return IntStream.range(0, DOCUMENTS)
                .mapToObj(n -> Served.document(
                        "dataset/local/" + n,
                        "dataset",
                        List.of(),
                        "<http://purl.org/dc/terms/title> \"Data " + n + " aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"",
                        link(n, 1),
                        link(n, 7),
                        link(n, 31),
                        link(n, 111)))
                .toArray(Document[]::new);
    }

    private static String link(int from, int step) {
        return "<http://purl.org/dc/terms/relation> <" + Served.BASE + "dataset/local/" + (from + step) % DOCUMENTS
                + ">";
    }

    @AfterAll
    static void stop() {
        patient.close();
        served.close();
    }

    /** Every test ends with the places free again: nothing evaluates on behind the answer. */
    @AfterEach
    void nothingGoesOn() throws Exception {
        for (int i = 0; i < 100 && !served.get("/health").body().contains("\"queries\":0"); i++) {
            Thread.sleep(100);
        }
        assertThat(served.get("/health").body()).contains("\"ok\":true").contains("\"queries\":0");
    }

    /** Asks, and asks for health meanwhile. */
    private static HttpResponse<String> ask(String query) throws Exception {
        return ask(served, LATEST, query);
    }

    private static HttpResponse<String> askPatiently(String query) throws Exception {
        return ask(patient, Limits.standard().time().plusSeconds(5), query);
    }

    private static HttpResponse<String> ask(Served asked, Duration latest, String query) throws Exception {
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> answer = threads.submit(
                    () -> asked.send("POST", "/sparql", query, "Content-Type", "application/sparql-query"));
            HttpResponse<String> health = asked.get("/health");
            assertThat(health.statusCode()).isEqualTo(200);
            HttpResponse<String> done = answer.get();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(query).isLessThan(latest);
            return done;
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String problem) {
        assertThat(answer.body()).contains("https://w3id.org/musubi/problem/" + problem);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("bindings").doesNotContain("Exception");
    }

    private static final String CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) " + CROSS,
                "SELECT * " + CROSS + " ORDER BY ?c ?f ?i LIMIT 3",
                "SELECT ?a ?d ?g (COUNT(*) AS ?n) " + CROSS + " GROUP BY ?a ?d ?g",
                "SELECT (COUNT(DISTINCT ?c) AS ?n) " + CROSS,
                "SELECT (SUM(STRLEN(MD5(CONCAT(STR(?c), STR(?f))))) AS ?n) " + CROSS,
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(CONCAT(STR(?c), STR(?f), STR(?i)) = 'no') }",
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER NOT EXISTS { ?c ?x ?y . ?f ?z ?w . ?v ?u ?t } FILTER(STR(?i) = 'no') }",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f MINUS { ?a ?e ?f . ?g ?h ?i . ?j ?k ?l } }",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f . ?g ?h ?i FILTER(STR(?f) > STR(?c)) } ?m ?o ?q }",
            })
    void whatTakesTooLongIsToldSo(String query) throws Exception {
        assertProblem(ask(query), 503, "time-limit");
    }

    /** A quick machine reaches the cap on rows or triples first, a slow one the time. */
    @ParameterizedTest
    @ValueSource(strings = {"CONSTRUCT { ?a ?b ?l } WHERE " + CROSS, "DESCRIBE ?a WHERE " + CROSS})
    void whatBuildsTooMuchIsToldSo(String query) throws Exception {
        HttpResponse<String> answer = ask(query);
        boolean isLate = answer.statusCode() == 503;
        assertProblem(answer, isLate ? 503 : 422, isLate ? "time-limit" : "answer-too-large");
    }

    @Test
    void manyValuesEndInTimeToo() throws Exception {
        String some = IntStream.range(0, 5000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        HttpResponse<String> answer = ask("SELECT (COUNT(*) AS ?n) { VALUES ?a { " + some + " } VALUES ?b { " + some
                + " } VALUES ?c { " + some + " } FILTER(?a + ?b + ?c < 0) }");
        assertProblem(answer, 503, "time-limit");
        String disjunction = IntStream.range(0, 120).mapToObj(n -> "?c != " + n).collect(Collectors.joining(" && "));
        assertThat(askPatiently("SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER(" + disjunction + ") }")
                        .statusCode())
                .isEqualTo(200);
        assertThat(askPatiently("ASK { ?a ?b ?c FILTER(?c IN ("
                                + some.substring(0, 1_500).replace(" ", ", ") + ")) }")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { ?s ?p ?o FILTER(REGEX(?o, '^(a+)+$')) }",
                "ASK { ?s ?p ?o FILTER(REGEX(?o, '(x+x+)+y|(a|aa)+$')) }",
                "ASK { BIND('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS ?t) FILTER(REGEX(?t, '^(a+)+$')) }",
                "ASK { FILTER(REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a+)+$')) }",
                "SELECT (REPLACE('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+$', 'b') AS ?x) {}",
                "SELECT (REPLACE(?o, '(a+)+$', 'b') AS ?x) { ?s <http://purl.org/dc/terms/title> ?o } ORDER BY ?x",
            })
    void regularExpressionsAreLinear(String query) throws Exception {
        assertThat(askPatiently(query).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?s (!<x:y>|^!<x:y>)* ?o . ?t (!<x:y>|^!<x:y>)* ?u }",
                "SELECT (COUNT(*) AS ?n) { ?s (<http://purl.org/dc/terms/relation>*)* ?o . ?o (!<x:y>/!<x:y>/!<x:y>)* ?u . ?u (!<x:y>*)* ?v }",
                "SELECT (COUNT(*) AS ?n) { ?s !<x:y>/!<x:y>/!<x:y>/!<x:y>/!<x:y>/!<x:y>/!<x:y>/!<x:y>/!<x:y>/!<x:y> ?o }",
                "SELECT (COUNT(*) AS ?n) { ?s (((((!<x:y>|^!<x:y>)/(!<x:y>|^!<x:y>))/(!<x:y>|^!<x:y>)/(!<x:y>|^!<x:y>))?)?)* ?o }",
            })
    void pathsStop(String query) throws Exception {
        assertProblem(ask(query), 503, "time-limit");
    }

    @Test
    void deepPathsAreFollowed() throws Exception {
        HttpResponse<String> answer = askPatiently("SELECT (COUNT(*) AS ?n) { <" + Served.BASE
                + "dataset/local/0> (!<x:y>|^!<x:y>)* ?o FILTER(isIRI(?o)) }");
        assertThat(answer.body()).contains("\"" + DOCUMENTS + "\"");
    }

    @Test
    void stringsStayShort() throws Exception {
        String doubling = IntStream.range(0, 40)
                .mapToObj(n -> "BIND(CONCAT(?v" + n + ", ?v" + n + ") AS ?v" + (n + 1) + ")")
                .collect(Collectors.joining(" "));
        assertProblem(
                askPatiently("SELECT (STRLEN(?v40) AS ?n) { BIND('ab' AS ?v0) " + doubling + " }"),
                422,
                "string-too-long");
        assertProblem(
                askPatiently("SELECT (STRLEN(?v40) AS ?n) { ?s ?p ?o BIND(STR(?o) AS ?v0) " + doubling + " }"),
                422,
                "string-too-long");
        String replacing = IntStream.range(0, 40)
                .mapToObj(n -> "BIND(REPLACE(?v" + n + ", '^(.*)$', '$1$1$1$1') AS ?v" + (n + 1) + ")")
                .collect(Collectors.joining(" "));
        assertProblem(
                askPatiently("SELECT (STRLEN(?v40) AS ?n) { BIND('ab' AS ?v0) " + replacing + " }"),
                422,
                "string-too-long");
        String squaring = IntStream.range(0, 40)
                .mapToObj(n -> "BIND(?v" + n + " * ?v" + n + " AS ?v" + (n + 1) + ")")
                .collect(Collectors.joining(" "));
        assertProblem(askPatiently("SELECT ?v40 { BIND(9999 AS ?v0) " + squaring + " }"), 422, "string-too-long");
        String encoding = IntStream.range(0, 40)
                .mapToObj(n -> "BIND(ENCODE_FOR_URI(?v" + n + ") AS ?v" + (n + 1) + ")")
                .collect(Collectors.joining(" "));
        assertThat(askPatiently("SELECT (STRLEN(?v40) AS ?n) { BIND('%%%%' AS ?v0) " + encoding + " }")
                        .statusCode())
                .isIn(200, 422);
        assertProblem(
                askPatiently("SELECT (GROUP_CONCAT(?o; separator=';') AS ?x) { ?s ?p ?o . ?t ?q ?u }"),
                422,
                "string-too-long");
        assertProblem(
                askPatiently(
                        "SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?o), STR(?u)); separator=';') AS ?x) { ?s ?p ?o . ?t ?q ?u }"),
                422,
                "string-too-long");
    }

    @Test
    void groupConcatStillWorks() throws Exception {
        HttpResponse<String> answer = askPatiently(
                "SELECT (GROUP_CONCAT(?v; separator='-') AS ?x) (GROUP_CONCAT(DISTINCT ?w) AS ?y) { VALUES (?v ?w) { (1 'a') (2 'a') (3 'b') } }");
        assertThat(answer.body()).contains("1-2-3").contains("\"a b\"");
    }

    @Test
    void textsAreNeitherLongNorDeep() throws Exception {
        assertProblem(askPatiently("ASK {} # " + "x".repeat(100_000)), 413, "query-too-long");
        assertProblem(
                askPatiently("ASK { FILTER" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + " }"),
                400,
                "query-too-deep");
        assertProblem(askPatiently("ASK " + "{".repeat(30_000) + "}".repeat(30_000)), 400, "query-too-deep");
        for (String query : List.of(
                "ASK { FILTER(" + "!".repeat(90_000) + "true) }",
                "ASK { FILTER(1" + "+1".repeat(40_000) + " = 0) }",
                "ASK { FILTER(1" + " -1".repeat(30_000) + " = 0) }",
                "ASK { FILTER(" + "1=1||".repeat(15_000) + "false) }",
                "ASK { ?s <x:y>" + "/<x:y>".repeat(12_000) + " ?o }",
                "ASK { {}" + " UNION {}".repeat(9_000) + " }",
                "ASK { " + "OPTIONAL {}".repeat(8_000) + " }",
                "ASK { " + "?s ?p ?o . ".repeat(8_000) + " }",
                "SELECT (1 AS ?v) "
                        + IntStream.range(0, 6_000)
                                .mapToObj(n -> "(1 AS ?v" + n + ")")
                                .collect(Collectors.joining()) + " {}")) {
            assertProblem(askPatiently(query), 400, "query-too-complex");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { FILTER(1 %s = 0) } | +1",
                "ASK { FILTER(%s false) } | 1=1||",
                "ASK { ?s <x:y> %s ?o } | /<x:y>",
                "ASK { {} %s } | UNION {} ",
                "ASK { %s } | OPTIONAL {} ",
                "ASK { %s } | ?s ?p ?o . ",
            })
    void whatIsJustNotTooComplexIsPlannedInTime(String template) throws Exception {
        String[] parts = template.split(" \\| ", 2);
        int times = 480 / (parts[1].startsWith("1=1") ? 3 : 1);
        assertThat(askPatiently(parts[0].formatted(parts[1].repeat(times))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersTooLargeAreRefusedNotCut() throws Exception {
        try (Served small = other(Limits.standard().withAnswers(100, 100, 8 << 20))) {
            HttpResponse<String> rows = small.query("SELECT * { ?s ?p ?o }");
            assertProblem(rows, 422, "answer-too-large");
            assertProblem(small.query("CONSTRUCT WHERE { ?s ?p ?o }"), 422, "answer-too-large");
            assertProblem(small.query("DESCRIBE ?s { ?s ?p ?o }"), 422, "answer-too-large");
            assertThat(small.query("SELECT * { ?s ?p ?o } LIMIT 100").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsCutLateIsBrokenOff() throws Exception {
        // More rows than wait between evaluation and reader: the answer flows before the limit is met.
        try (Served rows = other(Limits.standard().withAnswers(60_000, 100, 10_000))) {
            assertThatThrownBy(() -> rows.query("SELECT * " + CROSS)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> rows.query("SELECT * " + CROSS, "Accept", "text/csv"))
                    .isInstanceOf(IOException.class);
            assertThat(rows.query("SELECT * { ?s ?p ?o } LIMIT 900").body()).contains("}\n");
        }
        try (Served time = other(Limits.standard().withTime(LIMIT).withAnswers(Long.MAX_VALUE, 100, 10_000))) {
            assertThatThrownBy(() -> time.query("SELECT * " + CROSS)).isInstanceOf(IOException.class);
            assertThat(time.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void onlySoManyRunAtOnce() throws Exception {
        Limits limits = Limits.standard().withTime(Duration.ofSeconds(2)).withQueue(1, 1, Duration.ofMillis(500));
        try (Served narrow = other(limits);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> narrow.query("SELECT (COUNT(*) AS ?n) " + CROSS)));
            }
            int busy = 0;
            for (Future<HttpResponse<String>> answer : answers) {
                if (answer.get().body().contains("problem/busy")) {
                    assertProblem(answer.get(), 503, "busy");
                    assertThat(answer.get().headers().firstValue("Retry-After")).isPresent();
                    busy++;
                }
            }
            assertThat(busy).isBetween(6, 7);
            assertThat(narrow.query("ASK {}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void memoryIsWatched() throws Exception {
        Limits limits = Limits.standard().withTime(Duration.ofSeconds(30)).withMemory(0.02);
        try (Served tight = other(limits)) {
            HttpResponse<String> answer = tight.query(
                    "SELECT DISTINCT ?x { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i BIND(CONCAT(STR(?c), STR(?f), STR(?i)) AS ?x) } ORDER BY ?x");
            assertProblem(answer, 503, "memory-limit");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static Served other(Limits limits) throws IOException {
        Served other = Served.start(java.nio.file.Files.createTempDirectory(folder, "other"), limits);
        other.publish(documents());
        return other;
    }
}
