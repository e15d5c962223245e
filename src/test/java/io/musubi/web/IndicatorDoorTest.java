package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.Indicators;
import io.musubi.indicator.Question;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The doors of the indicators: one of the test's own, and all of the house. */
class IndicatorDoorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBER =
            Pattern.compile("<a href=\"\\.\\./(indicators/[^\"]*records=[^\"]*)\">([0-9,]+)</a>");
    private static final String TITLE = "<http://purl.org/dc/terms/title> ";
    private static final String FIELD = "<http://purl.org/dc/terms/subject> ";
    private static final String IS =
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset>";

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() throws IOException {
        Path home = Path.of(System.getProperty("musubi.home", ".")).toAbsolutePath();
        Path indicators = Files.createDirectories(folder.resolve("indicators"));
        for (Path each : Indicators.folders(home)) {
            copy(each, indicators.resolve(each.getFileName().toString()));
        }
        Path own = Files.createDirectories(indicators.resolve("by-field"));
        Files.writeString(own.resolve("indicator.yaml"), """
                id: by-field
                title: { ja: <b>分野</b>別, en: "By field <script>alert(1)</script>" }
                definition: { ja: 分野, en: 'A "quoted" & <i>marked</i> text' }
                counted: { ja: データ, en: datasets }
                date: { ja: なし, en: none }
                dimensions:
                  field: { label: { ja: 分野, en: Field } }
                measures:
                  all: { label: { ja: 全数, en: All }, unit: { ja: 件, en: datasets } }
                  titled: { label: { ja: 題名あり, en: Titled }, unit: { ja: 件, en: datasets } }
                shares:
                  - { id: titledShare, label: { ja: 割合, en: Share }, numerator: titled, denominator: all }
                chart: { kind: shares, by: field }
                """);
        Files.writeString(own.resolve("indicator.rq"), """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                SELECT ?field (COUNT(DISTINCT ?d) AS ?all) (COUNT(DISTINCT ?t) AS ?titled) WHERE {
                  ?d a dcat:Dataset . OPTIONAL { ?d dct:subject ?field } OPTIONAL { ?d dct:title ?title BIND(?d AS ?t) }
                } GROUP BY ?field ORDER BY ?field
                """);
        served = Served.start(Files.createDirectories(folder.resolve("public")), folder, Limits.standard());
        served.publish(
                Served.document(
                        "dataset/a", "dataset", List.of(), IS, FIELD + "\"=HYPERLINK(1)\"", TITLE + "\"<b>A</b>\"@en"),
                Served.document("dataset/b", "dataset", List.of(), IS, FIELD + "\"=HYPERLINK(1)\""),
                Served.document(
                        "dataset/c", "dataset", List.of(), IS, FIELD + "\"soil\"", FIELD + "\"<svg onload=x>\""),
                Served.document("dataset/d", "dataset", List.of(), IS, TITLE + "\"D\"@ja"));
        awaitState();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("indicator.yaml", "indicator.rq", "reference.csv")) {
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        }
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    /** Until the figures are of the graph's newest state. */
    private static void awaitState() {
        String wanted = served.graph.state().id();
        for (int i = 0; i < 600; i++) {
            if (wanted.equals(
                    json("/indicators/by-field?format=json").path("state").asText())) {
                return;
            }
            pause();
        }
        throw new AssertionError("The indicators never followed to " + wanted);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpResponse<String> get(String path, String... headers) {
        try {
            return served.get(path, headers);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String path) {
        try {
            return JSON.readTree(get(path).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String page(String path) {
        HttpResponse<String> answer = get(path, "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        return answer.body();
    }

    @Test
    void whatFoldersAndDataSayIsEscaped() {
        String page = page("/indicators/by-field");
        assertThat(page)
                .contains("By field &lt;script&gt;alert(1)&lt;/script&gt;", "A &quot;quoted&quot; &amp; &lt;i&gt;")
                .contains("&lt;svg onload=x&gt;")
                .doesNotContain("<script>alert", "<svg onload", " style=");
        assertThat(page("/indicators/by-field?records=all"))
                .contains("&lt;b&gt;A&lt;/b&gt;")
                .doesNotContain("<b>A</b>");
        assertThat(page("/indicators")).contains("By field &lt;script&gt;");
    }

    @Test
    void aPageHasFigureChartTableQueryAndState() {
        String page = page("/indicators/by-field");
        assertThat(page)
                .contains("50.0 %", "2 / 4", "role=\"img\"", "<title id=\"chart-title\">", "<figcaption>")
                .contains(
                        "../query?query=PREFIX+dcat",
                        "Not stated",
                        served.graph.state().id());
        assertThat(get("/indicators/by-field?lang=ja", "Accept", "text/html").body())
                .contains("記載なし", "全体（重複なし）");
    }

    /** Of every indicator's page, each number that is a link. */
    @Test
    void everyNumberOpensAsManyRecords() {
        List<String> opened = new ArrayList<>();
        for (JsonNode each : json("/indicators?format=json").path("indicators")) {
            Matcher matcher =
                    NUMBER.matcher(page("/indicators/" + each.path("id").asText()));
            while (matcher.find()) {
                String link = "/" + matcher.group(1).replace("&amp;", "&");
                JsonNode list = json(link + "&format=json");
                assertThat(list.path("count").asText()).as(link).isEqualTo(matcher.group(2));
                assertThat(list.path("items")).hasSize(list.path("count").asInt());
                assertThat(list.path("state").asText())
                        .isEqualTo(served.graph.state().id());
                opened.add(link);
            }
        }
        // Four rows and the total of the one made here, and what the house finds in four datasets.
        assertThat(opened).hasSizeGreaterThan(15).anyMatch(it -> it.endsWith("field="));
    }

    /** What the page shows is what the open query door says. */
    @Test
    void everyQueryRunsAtTheQueryDoor() throws Exception {
        for (Indicator indicator : Indicators.read(folder).all()) {
            if (indicator.basis() instanceof Question question) {
                HttpResponse<String> answer = served.query(question.text(), "Accept", "text/csv");
                assertThat(answer.statusCode())
                        .as(indicator.id() + answer.body())
                        .isEqualTo(200);
                long rows = answer.body().lines().count() - 1;
                assertThat(json("/indicators/" + indicator.id() + "?format=json")
                                .path("rows"))
                        .hasSize((int) rows);
            }
        }
    }

    @Test
    void csvForPeopleAndForSpreadsheets() {
        HttpResponse<String> plain = get("/indicators/by-field.csv?lang=en");
        assertThat(plain.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("text/csv;charset=utf-8"));
        assertThat(plain.body())
                .startsWith("field,field_label,all,titled,titledShare_percent,status,state,as_of")
                .contains("'=HYPERLINK(1),'=HYPERLINK(1),2,1,50.0,counted,"
                        + served.graph.state().id());
        assertThat(get("/indicators/by-field?format=csv&bom=1&lang=en").body()).isEqualTo("\uFEFF" + plain.body());
        assertThat(get("/indicators/by-field?records=titled&format=csv&lang=en").body())
                .isEqualTo("iri,name\r\n" + Served.BASE + "dataset/a,<b>A</b>\r\n" + Served.BASE + "dataset/d,D\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle", "application/n-triples, application/n-triples",
        "application/ld+json, application/ld+json", "application/rdf+xml, application/rdf+xml",
    })
    void theCubeInEverySyntax(String accept, String mediaType) {
        HttpResponse<String> answer = get("/indicators/by-field", "Accept", accept);
        assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType + ";charset=utf-8");
        assertThat(answer.headers().firstValue("Musubi-State"))
                .contains(served.graph.state().id());
        var model = ModelFactory.createDefaultModel();
        RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(mediaType))
                .parse(model);
        // Four fields (one not stated), two measures and a share each.
        assertThat(model.listSubjectsWithProperty(model.createProperty("http://purl.org/linked-data/cube#dataSet"))
                        .toList())
                .hasSize(12);
    }

    @Test
    void theSameStateIsNotSentAgain() {
        String tag = get("/indicators/by-field").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/indicators/by-field", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get("/indicators/by-field?lang=ja", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/indicators/nothing, 404",
        "/indicators/by-field?records=nothing, 404",
        "/indicators/by-field?records=all&field=nothing, 404",
        "/indicators/by-field?records=all&page=0, 400",
        "/indicators/data-policy?records=withPolicy, 404",
        "/indicators/by-field?format=pdf, 406",
        "/indicators/by-field?records=all&format=ttl, 406",
    })
    void whatIsNotThereSaysSo(String path, int status) {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/indicators/by-field?records=all&page=2",
                "/indicators/by-field?records=all&field=soil&page=900000"
            })
    void behindTheLastPageIsNothing(String path) {
        assertThat(json(path + "&format=json").path("items")).isEmpty();
    }

    @Test
    void newFiguresComeByThemselvesWithTheirOwnState() {
        String before = json("/indicators/by-field?format=json").path("state").asText();
        served.publish(Served.document("dataset/later", "dataset", List.of(), IS, FIELD + "\"later\""));
        JsonNode meanwhile = json("/indicators/by-field?format=json");
        boolean isOld = meanwhile.path("state").asText().equals(before);
        assertThat(meanwhile.path("total").path("measures").path("all").asInt()).isEqualTo(isOld ? 4 : 5);
        awaitState();
        assertThat(json("/indicators/by-field?format=json")
                        .path("total")
                        .path("measures")
                        .path("all")
                        .asInt())
                .isEqualTo(5);
        served.withdraw("dataset/later");
        awaitState();
    }
}
