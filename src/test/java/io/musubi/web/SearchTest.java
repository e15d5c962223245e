package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.web.sparql.Limits;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /search} and {@code text:query} through a real server. */
class SearchTest {
    private static final String TEXT =
            "PREFIX text: <http://jena.apache.org/text#> PREFIX dct: <http://purl.org/dc/terms/> ";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.start(
                folder,
                Path.of(System.getProperty("musubi.home", ".")),
                Limits.standard().withAnswers(50, 1_000, 8 << 20).withTime(Duration.ofSeconds(20)));
        served.publish(
                dataset("1", "気象<b>観測</b>データ", "\"https://example.org/\"", "2024-04-01"),
                dataset("2", "海面水温の観測データ", "気象も測った。", "2024-03-31"),
                Served.document("project/grant/jp20k1", "project", List.of(), title("気象の研究")));
        served.publish(IntStream.range(100, 160)
                .mapToObj(i -> dataset("many-" + i, "火山観測" + i, "", "2020-05-01"))
                .toArray(io.musubi.model.Document[]::new));
    }

    private static io.musubi.model.Document dataset(String name, String title, String description, String issued) {
        return Served.document(
                "dataset/doi/10.60501/" + name,
                "dataset",
                List.of(),
                title(title),
                "<http://purl.org/dc/terms/description> \"" + description.replace("\"", "\\\"") + "\"@ja",
                "<http://purl.org/dc/terms/issued> \"" + issued + "\"",
                "<https://w3id.org/musubi/ontology#accessDivision>"
                        + " <https://w3id.org/musubi/codelist/access-division/open>");
    }

    private static String title(String title) {
        return "<http://purl.org/dc/terms/title> \"" + title + "\"@ja";
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static HttpResponse<String> search(String query, String... headers) throws Exception {
        return served.get("/search?" + query, headers);
    }

    private static JsonNode json(String query) throws Exception {
        HttpResponse<String> response = search(query, "Accept", "application/json");
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    @Test
    void thePageShowsResultsAndEscapesThem() throws Exception {
        HttpResponse<String> response =
                search("q=" + Served.encode("観測") + "&year=2024", "Accept", "text/html", "Accept-Language", "ja");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Musubi-State"))
                .contains(served.journal.state().id());
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(response.body())
                .contains("気象&lt;b&gt;<mark>観測</mark>&lt;/b&gt;データ")
                .contains("href=\"dataset/doi/10.60501/1\"")
                .contains("1件見つかりました")
                .contains("2024年度")
                .contains("2024年4月1日")
                .contains("公開")
                .doesNotContain("<b>")
                .doesNotContain("style=")
                .doesNotContain("<script");
    }

    @Test
    void nothingFoundSaysWhatToTry() throws Exception {
        assertThat(search("q=qqqq&kind=dataset&lang=en").body())
                .contains("Nothing found")
                .contains("Remove all filters");
        assertThat(search("q=" + Served.encode("\"><script>alert(1)</script>")).body())
                .doesNotContain("<script>alert");
    }

    @Test
    void jsonHasTheSame() throws Exception {
        JsonNode answer = json("q=" + Served.encode("気象"));
        assertThat(answer.get("state").asText())
                .isEqualTo(served.journal.state().id());
        assertThat(answer.get("total").asInt()).isEqualTo(3);
        assertThat(answer.at("/hits/0/titleHtml").asText()).contains("<mark>気象</mark>");
        assertThat(answer.at("/facets/kind/0/value").asText()).isEqualTo("dataset");
        assertThat(answer.at("/facets/kind/0/count").asInt()).isEqualTo(2);
        assertThat(answer.at("/facets/access/0/label").asText()).isEqualTo("Open access");
        assertThat(search("q=x&format=json").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(search("q=x&format=pdf").statusCode()).isEqualTo(406);
    }

    @Test
    void pagesLeadToTheNext() throws Exception {
        List<String> seen = new ArrayList<>();
        String query = "q=" + Served.encode("火山") + "&size=25&format=json";
        for (int page = 0; page < 3; page++) {
            JsonNode answer = JSON.readTree(search(query).body());
            assertThat(answer.get("total").asInt()).isEqualTo(60);
            answer.get("hits").forEach(hit -> seen.add(hit.get("iri").asText()));
            assertThat(answer.has("next")).isEqualTo(page < 2);
            query = page < 2 ? answer.get("next").asText().substring(1) : query;
        }
        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
        assertThat(search("q=" + Served.encode("火山"), "Accept", "text/html").body())
                .contains("rel=\"next nofollow\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://doi.org/10.60501/1", "doi:10.60501/1", "10.60501/1", "ＤＯＩ：１０．６０５０１／１", " 10.60501/1 "})
    void anIdentifierFindsItsThingFirstAndIsMarked(String spelling) throws Exception {
        JsonNode answer = json("q=" + Served.encode(spelling));
        assertThat(answer.at("/hits/0/iri").asText()).isEqualTo(Served.BASE + "dataset/doi/10.60501/1");
        assertThat(answer.at("/hits/0/exact").asBoolean()).isTrue();
        assertThat(search("q=" + Served.encode(spelling) + "&lang=en", "Accept", "text/html")
                        .body())
                .contains("Identifier match");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%00",
                "q=*",
                "q=%22",
                "q=a&after=x",
                "q=a&size=0",
                "q=a&size=99999",
                "q=a&kind=%22%3E%3Cb%3E",
                "q=a&source=../..",
                "q=a&year=-year",
                "q=a&funder=%20%3Cx%3E",
                "",
                "q",
                "q=a&q=b&access="
            })
    void whateverIsAskedIsAnswered(String query) throws Exception {
        for (String accept : List.of("text/html", "application/json")) {
            HttpResponse<String> response = search(query, "Accept", accept);
            assertThat(response.statusCode()).as(query).isEqualTo(200);
            if (accept.equals("text/html")) {
                assertThat(response.body()).doesNotContain("<b>").doesNotContain("<x>");
            }
        }
    }

    private static List<String> column(String pattern) throws Exception {
        HttpResponse<String> response = served.query(TEXT + pattern, "Accept", "text/csv");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body()
                .lines()
                .skip(1)
                .map(it -> it.replace(Served.BASE, ""))
                .toList();
    }

    @Test
    void textQueryJoinsWithTheGraph() throws Exception {
        assertThat(column("SELECT ?s { ?s text:query '気象' }"))
                .containsExactlyInAnyOrder("dataset/doi/10.60501/1", "dataset/doi/10.60501/2", "project/grant/jp20k1");
        assertThat(column("SELECT ?s { ?s text:query '気象' ; dct:issued '2024-03-31' }"))
                .containsExactly("dataset/doi/10.60501/2");
        assertThat(column("SELECT ?s { ?s dct:issued '2024-03-31' . (?s ?score) text:query '気象' FILTER(?score > 0) }"))
                .containsExactly("dataset/doi/10.60501/2");
        assertThat(column("SELECT ?s { ?s text:query (dct:title '気象') }"))
                .containsExactlyInAnyOrder("dataset/doi/10.60501/1", "project/grant/jp20k1");
        assertThat(column("SELECT ?s { (?s ?score) text:query ('火山' 5) } ORDER BY DESC(?score)"))
                .hasSize(5);
        assertThat(column("SELECT ?s { ?s text:query ('気象' 10 'lang:en') }")).isEmpty();
        assertThat(column("SELECT ?s { ?s text:query ('気象' 'lang:ja') }")).hasSize(3);
        assertThat(column("SELECT ?s { VALUES ?w { '気象' '火山観測101' } ?s text:query ?w }"))
                .contains("dataset/doi/10.60501/many-101")
                .hasSize(4);
        assertThat(column("SELECT (COUNT(*) AS ?n) { ?s dct:issued ?d OPTIONAL { (?s ?score) text:query '火山' } }"))
                .containsExactly("62");
        assertThat(served.query(TEXT + "ASK { <" + Served.BASE + "dataset/doi/10.60501/2> text:query '気象' }")
                        .body())
                .contains("true");
        assertThat(served.query(TEXT + "DESCRIBE ?s { ?s text:query '海面' }", "Accept", "text/turtle")
                        .body())
                .contains("海面水温の観測データ");
    }

    @Test
    void textQueryKeepsTheLimits() throws Exception {
        HttpResponse<String> response = served.query(TEXT + "SELECT ?s { ?s text:query '火山' }");
        assertThat(response.statusCode()).isNotEqualTo(200);
        assertThat(response.body()).contains("50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?s text:query ()",
                "?s text:query 5",
                "?s text:query <http://example.org/>",
                "?s text:query (dct:type 'x')",
                "?s text:query ('x' 'highlight:s:<b>')",
                "(?s ?score ?literal) text:query 'x'",
                "?s text:query ('x' 1 'lang:ja' 2)",
                "?s text:query ?unbound"
            })
    void wrongArgumentsAreToldInWords(String pattern) throws Exception {
        HttpResponse<String> response = served.query(TEXT + "SELECT * { " + pattern + " }");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("text:query takes");
    }

    @Test
    void noOtherPropertyFunctionIsOpen() throws Exception {
        for (String property : List.of(
                "<http://jena.apache.org/ARQ/property#splitIRI>",
                "<http://jena.apache.org/ARQ/list#member>",
                "<http://www.w3.org/2000/01/rdf-schema#member>",
                "<java:io.musubi.text.sparql.TextQuery>",
                "<http://jena.apache.org/text#search>")) {
            HttpResponse<String> response =
                    served.query("SELECT * { <http://example.org/a#b> " + property + " ?x }", "Accept", "text/csv");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body().lines().skip(1)).as(property).isEmpty();
        }
    }

    @Test
    void theServiceDescriptionNamesIt() throws Exception {
        assertThat(served.get("/sparql", "Accept", "text/turtle").body())
                .containsPattern("sd:propertyFeature\\s+<http://jena.apache.org/text#query>");
    }

    @Test
    void onlyWhatTheAskedGraphKnowsIsGiven() throws Exception {
        served.publish(dataset("late", "遅れて来た文書", "", "2020"));
        assertThat(column("SELECT ?s { ?s text:query '遅れて来た文書' }")).containsExactly("dataset/doi/10.60501/late");
        assertThat(column("SELECT ?s { GRAPH <https://w3id.org/musubi/ontology> { ?s text:query '遅れて来た文書' } }"))
                .isEmpty();
        served.withdraw("dataset/doi/10.60501/late");
        assertThat(column("SELECT ?s { ?s text:query '遅れて来た文書' }")).isEmpty();
    }
}
