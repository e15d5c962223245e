package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.model.Document;
import io.musubi.web.findings.Invented;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of findings over the wire. */
class FindingsDoorTest {
    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() throws IOException {
        served = Served.start(Files.createDirectories(folder.resolve("public")), folder, Limits.standard());
        List<Document> documents = new ArrayList<>();
        documents.add(Invented.catalog("many"));
        documents.add(Invented.catalog("none"));
        for (int i = 0; i < 120; i++) {
            documents.add(Invented.record(
                    "many", "r%03d".formatted(i), "Violation Bad =1+<script>alert(" + i + ")</script>", "Info Hint"));
        }
        served.publish(documents.toArray(Document[]::new));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static HttpResponse<String> html(String path) throws Exception {
        return served.get(path, "Accept", "text/html", "Accept-Language", "ja");
    }

    @Test
    void theSourcesAreCountedBySeverity() throws Exception {
        HttpResponse<String> page = html("/findings");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("提供元many", "提供元none", "href=\"findings/many\"", ">120<", ">0<");
        JsonNode json =
                new ObjectMapper().readTree(served.get("/findings?format=json").body());
        assertThat(json.get("state").asText()).isEqualTo(served.journal.state().id());
        assertThat(json.get("sources").get(0).get("violations").asInt()).isEqualTo(120);
        assertThat(served.get("/findings?format=csv").body())
                .startsWith("source,title,violations,warnings,hints,records\r\nmany,");
    }

    @Test
    void aSourceShowsItsCausesAndTheCommandForWhatIsNotPublic() throws Exception {
        HttpResponse<String> page = html("/findings/many");
        assertThat(page.headers().firstValue("Musubi-State"))
                .contains(served.journal.state().id());
        assertThat(page.body())
                .contains("Badについて", "Hintについて", "120 レコード", "musubi findings --source many", "id of r000")
                .contains(served.journal.state().id())
                .doesNotContain("<script", "id of r003");
        assertThat(page.body().indexOf("Badについて")).isLessThan(page.body().indexOf("Hintについて"));
        assertThat(served.get("/findings/many", "Accept", "text/html", "Accept-Language", "en")
                        .body())
                .contains("of Bad", "120 records", "What to do");
        assertThat(html("/findings/none").body()).contains("公開されている指摘はありません");
        assertThat(html("/findings/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void aCauseIsPagedByKeyToItsLastRecord() throws Exception {
        Matcher link = Pattern.compile("findings/many\\?cause=[0-9a-f]{16}")
                .matcher(html("/findings/many").body());
        assertThat(link.find()).isTrue();
        List<String> seen = new ArrayList<>();
        String path = "/" + link.group();
        int pages = 0;
        while (!path.isEmpty()) {
            String body = html(path).body();
            Pattern.compile("id of r[0-9]{3}").matcher(body).results().forEach(it -> seen.add(it.group()));
            Matcher next = Pattern.compile("href=\"(\\?[^\"]+)\" rel=\"next\"").matcher(body);
            path = next.find() ? "/findings/many" + next.group(1).replace("&amp;", "&") : "";
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(120).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void theTableIsWholeAndHarmless() throws Exception {
        HttpResponse<String> csv = served.get("/findings/many?format=csv&bom=1&lang=ja&rule=Bad");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"findings-many.csv\"");
        assertThat(csv.body())
                .startsWith("\uFEFFcause,severity,rule,")
                .contains("\r\n1,VIOLATION,Bad,120,0,many,id of r000,");
        assertThat(csv.body().lines().skip(1)).hasSize(120).allMatch(it -> it.contains(",'=1+<script>"));
        JsonNode json = new ObjectMapper()
                .readTree(served.get("/findings/many?format=json").body());
        assertThat(json.get("causes")).hasSize(2);
        assertThat(json.get("findings")).hasSize(240);
        assertThat(json.get("findings").get(0).get("link").asText()).isEqualTo(Served.BASE + "record/many/r000");
    }

    @Test
    void anUnchangedPageIsNotSentAgain() throws Exception {
        String tag = html("/findings/many").headers().firstValue("ETag").orElseThrow();
        assertThat(served.get("/findings/many", "Accept", "text/html", "Accept-Language", "ja", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(served.get("/findings/many", "Accept", "text/html", "Accept-Language", "en", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(served.get("/findings/many", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }
}
