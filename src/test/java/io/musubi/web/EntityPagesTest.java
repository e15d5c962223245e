package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Document;
import io.musubi.web.sparql.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages make of documents: findings, what nobody foresaw, what is hostile, what is many. */
class EntityPagesTest {
    private static final String DCT = "<http://purl.org/dc/terms/";
    private static final String MSB = "<https://w3id.org/musubi/ontology#";
    private static final String SH = "<http://www.w3.org/ns/shacl#";
    private static final String RECORD = Served.BASE + "record/repo/1";

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() throws Exception {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("ontology"));
        Files.writeString(home.resolve("ontology/names.ttl"), """
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                <http://www.w3.org/ns/shacl#Violation> rdfs:label "違反"@ja, "Violation"@en .
                """);
        served = Served.start(Files.createDirectories(folder.resolve("public")), home, Limits.standard());
        List<Document> documents = new ArrayList<>(List.of(
                Served.document(
                        "dataset/doi/10.60501/a",
                        "dataset",
                        List.of(),
                        DCT + "title> \"題<b>\"@ja",
                        DCT + "creator> <" + Served.BASE + "person/orcid/1>",
                        "<https://unknown.example/x#says> \"未知の<i>記述\"",
                        "<https://unknown.example/x#part> <" + Served.BASE + "dataset/doi/10.60501/a#part-1>",
                        "#part-1 <https://unknown.example/x#inner> \"部分の記述\"",
                        "<http://xmlns.com/foaf/0.1/homepage> <data:text/html,x>",
                        "<http://www.w3.org/ns/dcat#landingPage> <javascript:alert(1)>"),
                Served.document("person/orcid/1", "person", List.of(), "<http://xmlns.com/foaf/0.1/name> \"霧島 花\"@ja"),
                Served.document(
                        "catalog/repo",
                        "catalog",
                        List.of(),
                        DCT + "title> \"提供元その一\"@ja",
                        DCT + "title> \"Source one\"@en"),
                Served.document(
                        "record/repo/1",
                        "record",
                        List.of(),
                        "<http://xmlns.com/foaf/0.1/primaryTopic> <" + Served.BASE + "dataset/doi/10.60501/a>",
                        DCT + "isPartOf> <" + Served.BASE + "catalog/repo>",
                        MSB + "finding> <" + RECORD + "#finding-1>",
                        "#finding-1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> " + SH + "ValidationResult>",
                        "#finding-1 " + SH + "resultSeverity> " + SH + "Violation>",
                        "#finding-1 " + SH + "resultMessage> \"作成者がありません\"@ja",
                        "#finding-1 " + SH + "resultMessage> \"There is no creator\"@en",
                        "#finding-1 " + SH + "value> \"<script>\"",
                        "#finding-1 " + MSB + "rule> \"CreatorMissing\"",
                        "#finding-1 " + MSB + "sourceField> \"creator[1]/name\"",
                        "#finding-1 " + MSB + "remedy> \"作成者を記入してください\"@ja")));
        for (int i = 0; i < 130; i++) {
            documents.add(Served.document(
                    "dataset/local/many-" + (1000 + i),
                    "dataset",
                    List.of(),
                    DCT + "title> \"多数 " + i + "\"@ja",
                    DCT + "creator> <" + Served.BASE + "person/orcid/1>"));
        }
        served.publish(documents.toArray(Document[]::new));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static String page(String path, String language) throws Exception {
        String page = served.get(path, "Accept", "text/html", "Accept-Language", language)
                .body();
        Served.parse(page);
        return page;
    }

    @Test
    void findingsAreShownWithTheThingAndWithTheRecord() throws Exception {
        assertThat(page("/dataset/doi/10.60501/a", "ja"))
                .contains("作成者がありません", "違反", "CreatorMissing")
                .contains("href=\"../../../record/repo/1#finding-1\"")
                .doesNotContain("There is no creator");
        assertThat(page("/record/repo/1", "en")).contains("There is no creator").contains("id=\"finding-1\"");
        assertThat(page("/record/repo/1", "ja"))
                .contains("creator[1]/name", "&lt;script&gt;", "作成者を記入してください")
                .doesNotContain("<script>");
    }

    @Test
    void whatNobodyForesawIsShownToo() throws Exception {
        assertThat(page("/dataset/doi/10.60501/a", "ja"))
                .contains("その他の記述", "未知の&lt;i&gt;記述", "部分の記述")
                .contains("題&lt;b&gt;");
    }

    @Test
    void whatIsNoWebAddressIsNoLink() throws Exception {
        assertThat(page("/dataset/doi/10.60501/a", "ja"))
                .contains("javascript:alert(1)", "data:text/html,x")
                .doesNotContain("href=\"javascript", "href=\"data");
    }

    @Test
    void manyLinksAreShownInParts() throws Exception {
        String first = page("/person/orcid/1", "ja");
        assertThat(count(first, "class=\"item\"")).isEqualTo(10);
        assertThat(first).contains("href=\"?of=datasets\"").contains("<span class=\"tally\">131</span>");
        assertThat(count(page("/person/orcid/1?of=datasets", "ja"), "class=\"item\""))
                .isEqualTo(50);
        String last = page("/person/orcid/1?of=datasets&from=100", "ja");
        assertThat(count(last, "class=\"item\"")).isEqualTo(31);
        assertThat(last).contains("from=50\" rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(served.get("/person/orcid/1?of=nonsense", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(404);
    }

    private static int count(String text, String what) {
        return text.split(what, -1).length - 1;
    }

    @Test
    void aSourceTellsHowMuchItDelivers() throws Exception {
        assertThat(page("/catalog/repo", "en"))
                .contains("<h1>Source one</h1>")
                .contains("href=\"../record/repo\">1</a>");
    }
}
