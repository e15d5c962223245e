package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Document;
import io.musubi.web.sparql.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities under their IRIs in every form, the ways to them, and what is no way. */
class DoorsTest {
    private static final String TITLE = "<http://purl.org/dc/terms/title> ";
    private static final String DATASET = "/dataset/doi/10.60501/abc";
    private static final String ODD = "dataset/local/%E9%9C%A7%E5%B3%B6%231";

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("ontology/codelists"));
        Files.writeString(home.resolve("ontology/musubi.ttl"), """
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                <https://w3id.org/musubi/ontology> rdfs:label "結びの語彙"@ja .
                <https://w3id.org/musubi/ontology#free> rdfs:label "無償"@ja, "free"@en .
                <http://purl.org/dc/terms/title> rdfs:label "題名"@ja, "title"@en .
                """);
        Files.writeString(home.resolve("ontology/codelists/colours.ttl"), """
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                <https://w3id.org/musubi/codelist/colours> skos:prefLabel "色"@ja .
                <https://w3id.org/musubi/codelist/colours/red> skos:prefLabel "赤"@ja, "red"@en ;
                  skos:inScheme <https://w3id.org/musubi/codelist/colours> .
                """);
        Path data = Files.createDirectories(folder.resolve("public"));
        served = Served.start(data, home, Limits.standard());
        served.publish(
                Served.document(
                        "dataset/doi/10.60501/abc",
                        "dataset",
                        List.of(Served.BASE + "dataset/local/old"),
                        TITLE + "\"霧島の土壌 <script>alert(1)</script> & \\\"x\\\"\"@ja",
                        TITLE + "\"Soils\"@en",
                        "<http://purl.org/dc/terms/creator> <" + Served.BASE + "person/orcid/0000-0002-0000-0001>",
                        "<http://purl.org/dc/terms/subject> <https://w3id.org/musubi/codelist/colours/red>",
                        "<http://www.w3.org/ns/dcat#landingPage> <javascript:alert(1)>",
                        "<http://www.w3.org/2002/07/owl#sameAs> <javascript:alert(2)>",
                        "<http://purl.org/dc/terms/description> \"</script><script>alert(3)</script>\"@ja",
                        "<http://purl.org/dc/terms/temporal> <javascript:alert(4)>",
                        "<http://www.w3.org/ns/adms#identifier> <" + Served.BASE
                                + "dataset/doi/10.60501/abc#identifier-1>",
                        "#identifier-1 <http://www.w3.org/2004/02/skos/core#notation> \"10.60501/ABC\""),
                Served.document(
                        "person/orcid/0000-0002-0000-0001",
                        "person",
                        List.of(),
                        "<http://xmlns.com/foaf/0.1/name> \"霧島 花\"@ja"),
                Served.document(ODD, "dataset", List.of(), TITLE + "\"odd\""),
                Served.document("dataset/doi/10.60501/data.ttl", "dataset", List.of(), TITLE + "\"dotted\""),
                Served.document("dataset/doi/10.60501/closing", "dataset", List.of(), TITLE + "\"きえるだいめい\""),
                new Document(
                        Served.BASE + "record/repo/1",
                        "record",
                        "<" + Served.BASE + "record/repo/1> <http://xmlns.com/foaf/0.1/primaryTopic> <" + Served.BASE
                                + "dataset/doi/10.60501/abc> .\n",
                        "<" + Served.BASE + "dataset/doi/10.60501/abc> " + TITLE + "\"said alone\" .\n",
                        List.of(),
                        List.of()));
        served.withdraw("dataset/doi/10.60501/closing");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | | text/turtle",
                "text/turtle | | text/turtle",
                "application/n-triples | | application/n-triples",
                "application/ld+json | | application/ld+json",
                "application/rdf+xml | | application/rdf+xml",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | | text/html",
                "text/html;q=0.4, text/turtle;q=0.5 | | text/turtle",
                "text/html | .ttl | text/turtle",
                "text/html | .nt | application/n-triples",
                "text/html | .jsonld | application/ld+json",
                "text/html | .rdf | application/rdf+xml",
                "text/turtle | .html | text/html",
                "text/html | ?format=ttl | text/turtle",
                "text/turtle | ?format=html | text/html",
            })
    void everyFormByAcceptAndByExtension(String accept, String suffix, String mediaType) throws Exception {
        HttpResponse<String> answer = served.get(DATASET + (suffix == null ? "" : suffix), "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType + ";charset=utf-8");
        assertThat(answer.headers().allValues("Vary")).anyMatch(it -> it.startsWith("Accept, Accept-Language"));
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().firstValue("Last-Modified")).contains("Thu, 02 Apr 2026 00:00:00 GMT");
        assertThat(answer.headers().firstValue("Musubi-State"))
                .contains(served.journal.state().id());
        assertThat(answer.headers().allValues("Link"))
                .contains("<" + Served.BASE + "dataset/doi/10.60501/abc.ttl>; rel=\"alternate\"; type=\"text/turtle\"");
        if (mediaType.equals("text/html")) {
            Served.parse(answer.body());
        } else {
            Lang lang = RDFLanguages.contentTypeToLang(mediaType);
            var graph = GraphFactory.createDefaultGraph();
            RDFParser.fromString(answer.body(), lang).parse(graph);
            assertThat(graph.size()).isEqualTo(10);
        }
    }

    @Test
    void pagesAreEscapedNamedAndRelative() throws Exception {
        String japanese = served.get(DATASET, "Accept", "text/html", "Accept-Language", "ja")
                .body();
        assertThat(japanese)
                .contains("<html lang=\"ja\">")
                .doesNotContain("<script>")
                .doesNotContain("href=\"javascript:")
                .contains("&lt;script&gt;")
                .contains(">題名</a></th>")
                .contains("<a href=\"../../../person/orcid/0000-0002-0000-0001\">霧島 花</a>")
                .contains("<a href=\"../../../ontology/codelist/colours/red\">赤</a>")
                .contains("id=\"identifier-1\"")
                .doesNotContain("href=\"http://localhost");
        assertThat(served.get(DATASET + "?lang=en", "Accept", "text/html").body())
                .contains("<html lang=\"en\">")
                .contains(">Soils</h1>")
                .contains(">red</a>");
        HttpResponse<String> page = served.get(DATASET, "Accept", "text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void aLanguageThatWasChosenIsRemembered() throws Exception {
        HttpResponse<String> chosen = served.get(DATASET + "?lang=ja&format=html", "Accept-Language", "en");
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("lang=ja;").contains("SameSite=Lax", "HttpOnly");
        HttpResponse<String> later = served.get(
                DATASET, "Accept", "text/html", "Accept-Language", "en", "Cookie", cookie.replaceAll(";.*", ""));
        assertThat(later.body()).contains("<html lang=\"ja\">").contains("href=\"?lang=en\"");
        assertThat(later.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(later.headers().allValues("Vary")).anyMatch(it -> it.contains("Cookie"));
        assertThat(served.get(DATASET + "?format=html&lang=ja").body()).contains("href=\"?format=html&amp;lang=en\"");
    }

    /** Compressed or not is the same answer, with the same conditions; caches are told that there are two. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                DATASET + "?format=html",
                "/catalog?format=ttl",
                "/style.css",
                "/sparql?format=csv&query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20ORDER%20BY%20%3Fs%20%3Fp%20%3Fo",
            })
    void whoTakesGzipGetsIt(String path) throws Exception {
        HttpResponse<String> plain = served.get(path);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        HttpResponse<byte[]> packed = served.bytes(path, "Accept-Encoding", "br, gzip");
        assertThat(packed.statusCode()).isEqualTo(200);
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        assertThat(plain.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(packed.headers().allValues("Vary")).isEqualTo(plain.headers().allValues("Vary"));
        String tag = packed.headers().firstValue("ETag").orElseThrow();
        for (String coding : List.of("gzip", "identity")) {
            assertThat(served.get(path, "Accept-Encoding", coding, "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    private static String unpacked(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aStylesheetIsAskedForAnewAndSentOnce() throws Exception {
        for (String path : List.of("/style.css", "/robots.txt", "/assets/query/csv.js")) {
            HttpResponse<String> first = served.get(path);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(served.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
        assertThat(served.get("/assets/query/words.properties").statusCode()).isEqualTo(404);
        assertThat(served.get("/assets/..%2Fdb/journal/V1__journal.sql").statusCode())
                .isIn(400, 404);
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() throws Exception {
        HttpResponse<String> answer = served.get(DATASET);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(served.get(DATASET, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(served.get(DATASET + ".nt", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void pathsAreComparedAsTheyAreWritten() throws Exception {
        assertThat(served.get("/" + ODD, "Accept", "text/turtle").body()).contains("odd");
        assertThat(served.get("/" + ODD + ".nt").headers().firstValue("Content-Type"))
                .contains("application/n-triples;charset=utf-8");
        assertThat(served.get("/dataset/doi/10.60501/data.ttl", "Accept", "application/n-triples")
                        .body())
                .contains("dotted");
        assertThat(served.get("/dataset/doi/10.60501/data.ttl.jsonld").headers().firstValue("Content-Type"))
                .contains("application/ld+json;charset=utf-8");
        HttpResponse<String> spelled = served.get("/dataset/doi/10.60501/%61bc");
        assertThat(spelled.statusCode()).isEqualTo(303);
        assertThat(spelled.headers().firstValue("Location")).contains("../../../dataset/doi/10.60501/abc");
    }

    @Test
    void aliasesLeadOn() throws Exception {
        HttpResponse<String> answer = served.get("/dataset/local/old");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(served.uri("/dataset/local/old")
                        .resolve(answer.headers().firstValue("Location").orElseThrow())
                        .getPath())
                .isEqualTo(DATASET);
    }

    @Test
    void withdrawnIsGoneAndUnknownIsNotFound() throws Exception {
        for (String accept : List.of("text/turtle", "text/html", "application/rdf+xml")) {
            HttpResponse<String> answer = served.get("/dataset/doi/10.60501/closing", "Accept", accept);
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("2026-04-03T00:00:00Z").doesNotContain("きえる");
            assertThat(answer.headers().firstValue("Musubi-State")).isPresent();
        }
        HttpResponse<String> unknown = served.get("/dataset/doi/10.60501/never", "Accept-Language", "ja");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(unknown.body()).contains("見つかりません");
        HttpResponse<String> page = served.get("/nowhere/<x>".replace("<x>", "%3Cx%3E"), "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        Served.parse(page.body());
        assertThat(served.query("SELECT * { ?s ?p \"きえるだいめい\" }").body()).doesNotContain("closing");
    }

    @Test
    void recordsShowWhatTheyAloneSaid() throws Exception {
        assertThat(served.get("/record/repo/1", "Accept", "text/html", "Accept-Language", "ja")
                        .body())
                .contains("このレコードの記述")
                .contains("said alone");
        assertThat(served.get("/record/repo/1.nt").body())
                .contains("said alone")
                .contains("primaryTopic");
        assertThat(served.query("ASK { ?s ?p 'said alone' }").body()).contains("false");
    }

    @Test
    void identifiersLeadToThings() throws Exception {
        for (String spelling :
                List.of("10.60501/ABC", "https://doi.org/10.60501/abc", "doi%3A10.60501/abc", "10.60501%2Fabc")) {
            HttpResponse<String> answer = served.get("/id/doi/" + spelling);
            assertThat(answer.statusCode()).as(spelling + answer.body()).isEqualTo(303);
            assertThat(served.uri("/id/doi/" + spelling)
                            .resolve(answer.headers().firstValue("Location").orElseThrow())
                            .getPath())
                    .isEqualTo(DATASET);
        }
        assertThat(served.get("/id/doi/10.60501/none", "Accept-Language", "ja").body())
                .contains("公開されていません");
        assertThat(served.get("/id/none/x").statusCode()).isEqualTo(404);
        assertThat(served.get("/id/doi").statusCode()).isEqualTo(400);
    }

    @Test
    void fixedNamesAreServedHere() throws Exception {
        assertThat(served.get("/ontology", "Accept", "text/turtle").body())
                .contains("結びの語彙")
                .contains("無償");
        assertThat(served.get("/ontology/codelist/colours", "Accept", "text/turtle")
                        .body())
                .contains("色")
                .contains("赤");
        assertThat(served.get("/ontology/codelist/colours/red.nt").body())
                .contains("prefLabel")
                .doesNotContain("色");
        String page = served.get("/ontology/codelist/colours", "Accept", "text/html", "Accept-Language", "ja")
                .body();
        Served.parse(page);
        assertThat(page).contains(">色</h1>").contains("赤");
        assertThat(served.get("/ontology/codelist/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theServiceTellsOfItself() throws Exception {
        String home = served.get("/", "Accept-Language", "ja").body();
        Served.parse(home);
        assertThat(home)
                .contains("データセット")
                .contains("<span class=\"count-number\">3</span>")
                .contains(served.journal.state().id());
        assertThat(served.get("/health").body())
                .contains("\"ok\":true")
                .contains("\"lag\":0")
                .contains(served.graph.state().id());
        String description = served.get("/.well-known/void", "Accept", "application/n-triples")
                .body();
        assertThat(description)
                .contains("<http://rdfs.org/ns/void#triples> \"14\"")
                .contains("sparqlEndpoint");
        Served.parse(served.get("/.well-known/void", "Accept", "text/html").body());
        assertThat(served.get("/robots.txt").body()).contains("Disallow: /sparql");
        assertThat(served.get("/style.css").headers().firstValue("Content-Type"))
                .contains("text/css;charset=utf-8");
    }

    @Test
    void otherMethodsAreRefused() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "TRACE", "FOO")) {
            HttpResponse<String> answer = served.send(method, DATASET, null);
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        }
        HttpResponse<String> head = served.send("HEAD", DATASET, null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).isPresent();
    }

    @Test
    void theGraphFollowsByItself() throws Exception {
        try (Served other = Served.start(Files.createTempDirectory(folder, "follows"), Limits.standard())) {
            other.publish(Served.document("dataset/local/1", "dataset", List.of(), TITLE + "\"first\""));
            other.journal.append(
                    2,
                    java.time.Instant.parse("2026-05-01T00:00:00Z"),
                    List.of(new io.musubi.model.DocumentChange(
                            Served.BASE + "dataset/local/1", java.util.Optional.empty(), true)));
            assertThat(other.get("/dataset/local/1").statusCode()).isEqualTo(410);
            long latest = System.nanoTime() + java.time.Duration.ofSeconds(20).toNanos();
            while (other.query("ASK { ?s ?p 'first' }").body().contains("true") && System.nanoTime() < latest) {
                Thread.sleep(50);
            }
            HttpResponse<String> answer = other.query("ASK { ?s ?p 'first' }");
            assertThat(answer.body()).contains("false");
            assertThat(answer.headers().firstValue("Musubi-State"))
                    .contains(other.journal.state().id());
        }
    }

    /** Requests that no well-behaved client sends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /dataset/../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /dataset/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /dataset/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /dataset//doi//x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /dataset/;jsessionid=1/../x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /dataset/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /dataset/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /sparql?query=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /dataset/x HTTP/1.1\r\n\r\n",
                "GET /dataset/x HTTP/1.1\r\nHost: <script>\r\n\r\n",
                "GET /dataset/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /dataset/x HTTP/1.1\r\nHost: x\r\nAccept: %HUGE%\r\n\r\n",
                "GET /dataset/x HTTP/1.1\r\nHost: x\r\nAccept: ;;;,,,/;q=x\r\n\r\n",
                "GET /%HUGE% HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://evil.example/dataset/x HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: -1\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
            })
    void hostileRequestsGetNothing(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.server.port())) {
            socket.setSoTimeout(5_000);
            String bytes =
                    request.replace("%HUGE%", "a".repeat(100_000)).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = read(socket.getInputStream());
            assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|505).*");
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("jetty")
                    .doesNotContain("javalin")
                    .doesNotContain("exception")
                    .doesNotContain("\tat ")
                    .doesNotContain("server:")
                    .doesNotContain("root:");
        }
        assertThat(served.get("/health").statusCode()).isEqualTo(200);
    }

    private static String read(InputStream in) throws IOException {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException e) {
            return "HTTP/1.1 431 the connection was closed";
        }
    }

    @Test
    void largeBodiesAreRefused() throws Exception {
        String body = "x".repeat(3 << 20);
        assertThat(served.send("POST", "/sparql", body, "Content-Type", "application/sparql-query")
                        .statusCode())
                .isEqualTo(413);
    }
}
