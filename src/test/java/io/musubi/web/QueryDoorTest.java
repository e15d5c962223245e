package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The query page as the server sends it, what its scripts ask for, and how queries that are none are refused. */
class QueryDoorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Served served = ServedSamples.served();

    @Test
    void anExampleIsShownWithItsExplanationInTheLanguageOfItsReader() throws IOException, InterruptedException {
        String japanese = served.get("/query?example=datasets-by-field", "Accept-Language", "ja")
                .body();
        assertThat(japanese).contains("<h2 id=\"example-title\">研究分野別のデータセット</h2>", "LANG(?field) = &quot;ja&quot;");
        String english = served.get("/query?example=datasets-by-field", "Accept-Language", "en")
                .body();
        assertThat(english)
                .contains("<h2 id=\"example-title\">Datasets by field</h2>", "LANG(?field) = &quot;en&quot;");
        assertThat(served.get("/query?example=nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutScriptsItIsAFormForTheEndpoint() throws IOException, InterruptedException {
        HttpResponse<String> page = served.get("/query?query=" + Served.encode("ASK {} # </textarea><script>"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "action=\"sparql\" method=\"post\"", "<textarea id=\"query-text\" name=\"query\"", "<noscript>")
                .contains("ASK {} # &lt;/textarea&gt;&lt;script&gt;")
                .doesNotContain("style=\"");
    }

    @Test
    void whoLooksAtTheEndpointWithABrowserIsLedToThePage() throws IOException, InterruptedException {
        HttpResponse<String> page = served.get("/sparql", "Accept", BROWSER);
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("./query");
        for (String accept :
                new String[] {"*/*", "text/turtle", "application/rdf+xml", "text/html;q=0.5, text/turtle"}) {
            assertThat(served.get("/sparql", "Accept", accept).body())
                    .as(accept)
                    .contains("sparql-service-description");
        }
    }

    @Test
    void theTermsAreThoseOfOntologyAndDataWithTheirNamesAndCounts() throws IOException, InterruptedException {
        HttpResponse<String> answer = served.get("/query/terms");
        JsonNode terms = JSON.readTree(answer.body());
        assertThat(terms.get("prefixes").get("dct").asText()).isEqualTo("http://purl.org/dc/terms/");
        JsonNode division = term(terms.get("properties"), "https://w3id.org/musubi/ontology#accessDivision");
        assertThat(division.get("ja").asText()).isEqualTo("アクセス権");
        assertThat(division.get("en").asText()).isEqualTo("access division");
        assertThat(division.get("count").asLong()).isPositive();
        assertThat(term(terms.get("classes"), "http://www.w3.org/ns/dcat#Dataset")
                        .get("count")
                        .asLong())
                .isGreaterThanOrEqualTo(60);
        assertThat(term(terms.get("properties"), "https://w3id.org/musubi/ontology#hasDMP")
                        .get("count")
                        .asLong())
                .isZero();
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(served.get("/query/terms", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    private static JsonNode term(JsonNode terms, String iri) {
        return StreamSupport.stream(terms.spliterator(), false)
                .filter(it -> it.get("iri").asText().equals(iri))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesAreToldInTheLanguageAskedFor() throws IOException, InterruptedException {
        String asked = "/query/names?iri=" + Served.encode("https://w3id.org/musubi/codelist/access-division/open")
                + "&iri=" + Served.encode("urn:unknown");
        assertThat(served.get(asked, "Accept-Language", "ja").body())
                .isEqualTo("{\"https://w3id.org/musubi/codelist/access-division/open\":\"公開\"}");
        assertThat(served.get(asked, "Accept-Language", "en").body()).contains("Open access");
        assertThat(served.get("/query/names?iri=x" + "&iri=x".repeat(100)).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            commentCharacter = '~',
            value = {
                "SELECT ?s {^  ?s dct:title ?o }|2|PREFIX dct: <http://purl.org/dc/terms/>|PREFIX dct: <http://purl.org/dc/terms/>",
                "SELECT ?s {^ ?s ?p ?o^|2|途中で終わって|ends too early",
                "SELECT ?s {^ ?s ?p }|2|「}」はここに書けません|'}' cannot stand here",
                "SELECT ?s {^ ?s ?p ?o^} LIMIT ten|3|「ten」|'ten'",
                "SELECT * { ?s ?p ?o }^LIMIT ?n|2|書けるもの: 数|Possible: a number",
                "SELECT * { ?s ?p ?o }^ LIMIT -|2|「-」はここに書けません|'-' cannot stand here",
                "SELECT * { ?s ?p 'a|1|閉じられていません|not closed",
                "SELECT *^{ ?s a データ }|2|「データ」|'データ'",
                "SELECT ?o^  (COUNT(?s) AS ?n)^{ ?s ?p ?o } GROUP BY ?p|1|GROUP BY に加える|neither in GROUP BY",
                "SELECT ?s^{ ?s ?p ?o^ BIND(1 AS ?o) }|3|新しい変数|new variable",
                "# all^SELECT *^{ ?s ?p ?o } GROUP BY ?p|2|SELECT * は使えません|not possible with GROUP BY",
                "SELECT * { ?s ?p _:a .^ OPTIONAL { _:a ?x ?y } }|2|構文解析の報告|The parser says"
            })
    void aQueryThatIsNoneIsRefusedInWordsThatNameLineAndCause(String query, int line, String ja, String en)
            throws IOException, InterruptedException {
        String text = query.replace('^', '\n');
        for (String language : new String[] {"ja", "en"}) {
            HttpResponse<String> answer = served.query(text, "Accept-Language", language);
            assertThat(answer.statusCode()).isEqualTo(400);
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.get("line").asInt()).as(answer.body()).isEqualTo(line);
            assertThat(problem.get("column").asInt()).isPositive();
            assertThat(problem.get("detail").asText())
                    .contains(language.equals("ja") ? ja : en)
                    .startsWith(language.equals("ja") ? line + "行目" : "Line " + line);
        }
    }
}
