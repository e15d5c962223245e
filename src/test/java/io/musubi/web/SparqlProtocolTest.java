package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.web.sparql.Limits;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SPARQL 1.1 Protocol: ways in, formats out, and what is refused. */
class SparqlProtocolTest {
    private static final String SELECT = "SELECT ?o { ?s <http://purl.org/dc/terms/title> ?o }";
    private static final String CONSTRUCT = "CONSTRUCT WHERE { ?s ?p ?o }";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.start(folder, Limits.standard());
        served.publish(Served.document(
                "dataset/doi/10.60501/a", "dataset", List.of(), "<http://purl.org/dc/terms/title> \"霧島の土壌\"@ja"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/sparql-results+json",
                "application/json | application/sparql-results+json",
                "application/sparql-results+xml | application/sparql-results+xml",
                "text/csv | text/csv",
                "text/tab-separated-values | text/tab-separated-values",
                "text/html,application/xml;q=0.9,*/*;q=0.8 | application/sparql-results+xml",
                "text/turtle;q=0.5, text/csv;q=0.4 | text/csv",
            })
    void resultsByAccept(String accept, String mediaType) throws Exception {
        for (String query : List.of(SELECT, "ASK { ?s ?p ?o }")) {
            HttpResponse<String> answer = served.query(query, "Accept", accept);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType + ";charset=utf-8");
            assertThat(answer.body()).contains(query.equals(SELECT) ? "霧島の土壌" : "true");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, text/turtle",
        "text/turtle, text/turtle",
        "application/n-triples, application/n-triples",
        "application/ld+json, application/ld+json",
        "application/json, application/ld+json",
        "application/rdf+xml, application/rdf+xml",
    })
    void graphsByAccept(String accept, String mediaType) throws Exception {
        for (String query : List.of(CONSTRUCT, "DESCRIBE <" + Served.BASE + "dataset/doi/10.60501/a>")) {
            HttpResponse<String> answer = served.query(query, "Accept", accept);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType + ";charset=utf-8");
            assertThat(answer.body()).contains("霧島の土壌");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "format, json, application/sparql-results+json",
        "output, xml, application/sparql-results+xml",
        "format, csv, text/csv",
        "output, tsv, text/tab-separated-values",
    })
    void resultsByParameter(String name, String value, String mediaType) throws Exception {
        HttpResponse<String> answer =
                served.get("/sparql?" + name + "=" + value + "&query=" + Served.encode(SELECT), "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType + ";charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle",
        "nt, application/n-triples",
        "jsonld, application/ld+json",
        "rdf, application/rdf+xml"
    })
    void graphsByParameter(String value, String mediaType) throws Exception {
        HttpResponse<String> answer = served.get("/sparql?format=" + value + "&query=" + Served.encode(CONSTRUCT));
        assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType + ";charset=utf-8");
    }

    @Test
    void whatCannotBeGivenIsNotGiven() throws Exception {
        assertThat(served.query(SELECT, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(served.query(CONSTRUCT, "Accept", "text/csv").statusCode()).isEqualTo(406);
        assertThat(served.get("/sparql?format=pdf&query=" + Served.encode(SELECT))
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void postTakesFormsAndQueries() throws Exception {
        String form = "query=" + Served.encode(SELECT);
        assertThat(served.send("POST", "/sparql", form, "Content-Type", FORM).body())
                .contains("霧島");
        assertThat(served.send("POST", "/sparql", SELECT, "Content-Type", "application/sparql-query; charset=utf-8")
                        .body())
                .contains("霧島");
        assertThat(served.send("POST", "/sparql", SELECT, "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(served.send("POST", "/sparql", "a=b", "Content-Type", FORM).statusCode())
                .isEqualTo(400);
        HttpResponse<String> packed =
                served.send("POST", "/sparql", form, "Content-Type", FORM, "Content-Encoding", "gzip");
        assertThat(packed.statusCode()).isEqualTo(415);
        assertThat(packed.body()).contains("unsupported-content-coding", "Content-Encoding: gzip");
    }

    @Test
    void headIsGetWithoutBody() throws Exception {
        HttpResponse<String> get = served.query(SELECT);
        HttpResponse<String> head = served.send("HEAD", "/sparql?query=" + Served.encode(SELECT), null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("Content-Type", "Content-Length", "ETag", "Musubi-State")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isPresent()
                    .isEqualTo(get.headers().firstValue(name));
        }
    }

    @Test
    void anyPageMayAskButNotWithCredentials() throws Exception {
        HttpResponse<String> preflight = served.send(
                "OPTIONS", "/sparql", null, "Origin", "https://example.org", "Access-Control-Request-Method", "POST");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .contains("GET, HEAD, POST, OPTIONS");
        HttpResponse<String> answer = served.query(SELECT, "Origin", "https://example.org");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void theStateIsToldAndSparesASecondAnswer() throws Exception {
        HttpResponse<String> answer = served.query(SELECT);
        assertThat(answer.headers().firstValue("Musubi-State"))
                .contains(served.graph.state().id());
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(served.query(SELECT, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(served.query(SELECT, "If-None-Match", tag, "Accept", "text/csv")
                        .statusCode())
                .isEqualTo(200);
        assertThat(served.query(SELECT, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void askedNothingItDescribesItself() throws Exception {
        for (String mediaType : List.of("text/turtle", "application/rdf+xml", "application/ld+json")) {
            HttpResponse<String> answer = served.get("/sparql", "Accept", mediaType);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType + ";charset=utf-8");
            assertThat(answer.body())
                    .contains("SPARQL11Query")
                    .contains("SPARQL_Results_CSV")
                    .contains("30 s");
        }
    }

    @Test
    void mistakesAreToldWithTheirPlace() throws Exception {
        HttpResponse<String> answer = served.query("SELECT ?s {\n  ?s ?p }", "Accept-Language", "ja");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("構文").contains("\"line\" : 2").contains("\"column\"");
        assertThat(served.get("/sparql?query=").statusCode()).isEqualTo(400);
        assertThat(served.get("/sparql?query=ASK%FF").statusCode()).isEqualTo(400);
        assertThat(served.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").statusCode())
                .isEqualTo(400);
    }

    @Test
    void nothingCanBeWritten() throws Exception {
        String update = "INSERT DATA { <urn:a> <urn:b> <urn:c> }";
        assertThat(served.query(update).statusCode()).isEqualTo(403);
        assertThat(served.query("LOAD <http://example.org/a>").statusCode()).isEqualTo(403);
        assertThat(served.send("POST", "/sparql", update, "Content-Type", "application/sparql-update")
                        .statusCode())
                .isEqualTo(403);
        assertThat(served.send("POST", "/sparql", "update=" + Served.encode(update), "Content-Type", FORM)
                        .statusCode())
                .isEqualTo(403);
        for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "PROPFIND")) {
            HttpResponse<String> answer = served.send(method, "/sparql", null);
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST, OPTIONS");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * { SERVICE <http://127.0.0.1:1/x> { ?s ?p ?o } } | 403 | no-service",
                "SELECT * { SERVICE SILENT <http://127.0.0.1:1/x> { ?s ?p ?o } } | 403 | no-service",
                "ASK { FILTER EXISTS { SERVICE <http://127.0.0.1:1/x> { ?s ?p ?o } } } | 403 | no-service",
                "SELECT (<java:io.musubi.cli.Main>(1) AS ?x) {} | 400 | unknown-function",
                "SELECT (<http://jena.apache.org/ARQ/function#context>('a') AS ?x) {} | 400 | unknown-function",
                "SELECT (<http://jena.apache.org/ARQ/function#wait>(9999) AS ?x) {} | 400 | unknown-function",
                "SELECT (<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) {} | 400 | unknown-function",
                "SELECT (<http://www.w3.org/2005/xpath-functions/math#pow>(10,999999999) AS ?x) {} | 400 | unknown-function",
                "ASK { FILTER(<java:io.musubi.cli.Main>(1)) } | 400 | unknown-function",
                "SELECT (SUM(<java:io.musubi.cli.Main>(?s)) AS ?x) { ?s ?p ?o } | 400 | unknown-function",
                "ASK { FILTER(REGEX('a', '(?=b)')) } | 400 | regex",
                "ASK { FILTER(REGEX('aa', '(a)\\\\1')) } | 400 | regex",
            })
    void whatReachesElsewhereIsRefused(String query, int status, String problem) throws Exception {
        HttpResponse<String> answer = served.query(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("https://w3id.org/musubi/problem/" + problem);
    }

    @Test
    void nothingIsFetchedForFrom() throws Exception {
        for (String graph : List.of("file:///etc/passwd", "http://127.0.0.1:1/x", "java:io.musubi.cli.Main")) {
            assertThat(served.query("SELECT * FROM <" + graph + "> { ?s ?p ?o }")
                            .body())
                    .contains("\"bindings\": [\n      \n    ]");
            assertThat(served.query("SELECT * FROM NAMED <" + graph + "> { GRAPH ?g { ?s ?p ?o } }")
                            .body())
                    .contains("\"bindings\": [\n      \n    ]");
            assertThat(served.get("/sparql?default-graph-uri=" + Served.encode(graph) + "&query="
                                    + Served.encode("SELECT * { ?s ?p ?o }"))
                            .body())
                    .contains("\"bindings\": [\n      \n    ]");
        }
    }

    @Test
    void propertyFunctionsAreOnlyProperties() throws Exception {
        assertThat(served.query("SELECT * { ?x <java:io.musubi.cli.Main> ?y }").statusCode())
                .isEqualTo(200);
        assertThat(served.query("SELECT * { ?x <http://jena.apache.org/ARQ/property#splitIRI> ?y }")
                        .statusCode())
                .isEqualTo(200);
    }
}
