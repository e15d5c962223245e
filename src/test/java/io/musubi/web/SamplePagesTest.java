package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.model.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The pages of the whole invented country; all but the records in both languages. */
class SamplePagesTest {
    private static final Pattern CONTACT = Pattern.compile(
            "[A-Za-z0-9._-]+@[A-Za-z0-9.-]+\\.(?:jp|com|org)|(?<![-\\d])0\\d{1,3}-\\d{2,4}-\\d{4}(?![-\\d])");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Served SERVED = ServedSamples.served();
    private static final Map<String, String> IN_JAPANESE = new LinkedHashMap<>();
    private static final Map<String, String> IN_ENGLISH = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws Exception {
        for (String path : paths()) {
            IN_JAPANESE.put(path, page(path, "ja"));
            if (!path.startsWith("record/")) {
                IN_ENGLISH.put(path, page(path, "en"));
            }
        }
    }

    /** Home, lists, and every document. */
    private static Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>(List.of("", "record", "ontology", ".well-known/void"));
        Stream.of(Kind.values()).forEach(kind -> paths.add(kind.segment()));
        paths.addAll(documents());
        return paths;
    }

    private static List<String> documents() {
        List<String> paths = new ArrayList<>();
        try (Snapshot snapshot = SERVED.journal.snapshot()) {
            for (String type : snapshot.counts().keySet()) {
                for (Lookup.Found found : snapshot.documents(type, "", 1_000)) {
                    paths.add(found.document().iri().substring(Served.BASE.length()));
                }
            }
        }
        return paths;
    }

    private static String page(String path, String language) throws Exception {
        var answer = SERVED.get("/" + path, "Accept", "text/html", "Accept-Language", language);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void everyPageIsWellMade() throws Exception {
        assertThat(IN_JAPANESE).hasSizeGreaterThan(250);
        for (Map<String, String> pages : List.of(IN_JAPANESE, IN_ENGLISH)) {
            for (Map.Entry<String, String> entry : pages.entrySet()) {
                new Markup(entry.getKey(), entry.getValue()).check();
            }
        }
    }

    @Test
    void whatIsNamedIsNamedInTheReadersLanguage() {
        assertThat(IN_JAPANESE.get("dataset/doi/10.60501/so2-flux.2021"))
                .contains("<html lang=\"ja\">")
                .contains("霧島火山群における二酸化硫黄放出率の連続観測データ")
                .contains("利用条件", "CC BY 4.0", "出典を表示すれば", "国立研究開発法人科学技術振興機構", "戦略的創造研究推進事業 CREST")
                .contains("霧生 大地, 朝比奈 澪 (2021):")
                .contains("https://orcid.org/0000-0009-9900-1017");
        assertThat(IN_ENGLISH.get("dataset/doi/10.60501/so2-flux.2021"))
                .contains("May I use it?", "Japan Science and Technology Agency", "if you name the source");
        assertThat(IN_JAPANESE.get("dataset/doi/10.60502/fishery-log.2018")).contains("利用条件の記載なし");
        assertThat(IN_JAPANESE.get("dataset/doi/10.60502/tide-model.2025"))
                .contains("badge access-embargoed")
                .contains("公開予定日の記載なし");
    }

    @Test
    void whatHasNoIdentifierIsShownWithWhatNamesIt() {
        assertThat(IN_JAPANESE.get("project/grant/jp19zz0901001"))
                .contains("<a href=\"#programme-05cf6578f71cb75e\">成育疾患克服等総合研究事業</a>")
                .containsOnlyOnce("id=\"programme-05cf6578f71cb75e\"");
        assertThat(IN_JAPANESE.get("record/adio-rdm/192629851fb3e94a"))
                .contains("<h3><span>緑陰エネルギー研究機構</span> <span class=\"quiet\"><a href=\"../../person/");
    }

    @Test
    void everyPropertyAndClassHasAName() {
        Pattern prefixed = Pattern.compile(
                "(?:<dt><span|<a href=\"[^\"]*\")>(?:dct|dcat|foaf|frapo|prov|adms|org|skos|citedcat|prism|dcndl|fabio"
                        + "|datacite|oaire|schema|owl|rdf|rdfs|dc|msb|bibo|cito):[A-Za-z-]+<");
        IN_JAPANESE.forEach((path, page) -> {
            Matcher matcher = prefixed.matcher(page);
            assertThat(matcher.find() ? path + " shows " + matcher.group() : "").isEmpty();
        });
    }

    @Test
    void recordsThatDisagreeStandSideBySide() {
        String page = IN_JAPANESE.get("dataset/doi/10.60501/so2-flux.2021");
        assertThat(page).contains("レコードによって異なる記述", "霧島火山 SO2放出率", "2021-07-01");
        String table = page.substring(page.indexOf("レコードによって異なる記述"), page.indexOf("食い違いのない記述も見る"));
        assertThat(between(table, ">2021-06-15<", "</td>")).contains("✓");
        assertThat(between(table, ">2021-07-01<", "</td>")).isNotEmpty().doesNotContain("✓");
        assertThat(table).doesNotContain("CC BY");
        assertThat(IN_JAPANESE.get("dataset/doi/10.60502/tide-model.2025")).doesNotContain("レコードによって異なる記述");
    }

    private static String between(String text, String start, String end) {
        int from = text.lastIndexOf(start);
        return from < 0 ? "" : text.substring(from, text.indexOf(end, from));
    }

    /** If a thing's main statement leads to another, that one's page leads back. */
    @Test
    void linksLeadBothWays() throws Exception {
        String pairs = SERVED.query(
                        "PREFIX dct: <http://purl.org/dc/terms/> PREFIX frapo: <http://purl.org/cerif/frapo/>"
                                + " PREFIX msb: <https://w3id.org/musubi/ontology#> PREFIX org: <http://www.w3.org/ns/org#>"
                                + " PREFIX cite: <https://w3id.org/citedcat-ap/> PREFIX foaf: <http://xmlns.com/foaf/0.1/>"
                                + " SELECT ?from ?to { { ?from dct:creator|frapo:isOutputOf|msb:managingInstitution|cite:funder"
                                + "|cite:isSupplementedBy|cite:isSupplementTo|dct:isReferencedBy|org:subOrganizationOf"
                                + "|foaf:primaryTopic ?to } UNION { ?from frapo:isFundedBy/frapo:hasFundingAgency ?to ."
                                + " ?from a foaf:Project } UNION { ?from frapo:isFundedBy/dct:isPartOf ?to ."
                                + " ?from a foaf:Project } FILTER(!CONTAINS(STR(?from), '#') && !CONTAINS(STR(?to), '#')"
                                + " && STRSTARTS(STR(?to), '" + Served.BASE + "')) }",
                        "Accept",
                        "text/csv")
                .body();
        Map<String, String> complete = new HashMap<>();
        int seen = 0;
        for (String line : pairs.lines().skip(1).toList()) {
            String from = line.split(",", 2)[0].substring(Served.BASE.length());
            String to = line.split(",", 2)[1].strip().substring(Served.BASE.length());
            String page = complete.computeIfAbsent(to, SamplePagesTest::withMore);
            assertThat(page).as(to + " leads back to " + from).contains("../" + from + "\"");
            seen++;
        }
        assertThat(seen).isGreaterThan(300);
    }

    /** A page together with the lists it leads to. */
    private static String withMore(String path) {
        StringBuilder all = new StringBuilder(IN_ENGLISH.get(path));
        Matcher more = Pattern.compile("href=\"\\?of=([a-zA-Z]+)\"").matcher(all.toString());
        while (more.find()) {
            try {
                all.append(page(path + "?of=" + more.group(1), "en"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return all.toString();
    }

    @Test
    void schemaOrgIsInThePage() throws Exception {
        Map<String, String> types = Map.of(
                "dataset", "Dataset",
                "work", "ScholarlyArticle",
                "project", "ResearchProject",
                "person", "Person",
                "organization", "Organization",
                "catalog", "DataCatalog");
        for (String path : documents()) {
            String type = types.get(path.substring(0, path.indexOf('/')));
            if (type != null) {
                JsonNode json = schema(IN_ENGLISH.get(path));
                assertThat(json.path("@type").asText()).as(path).isEqualTo(type);
                assertThat(json.path("@id").asText()).isEqualTo(Served.BASE + path);
                assertThat(json.path("name").isMissingNode()).as(path).isFalse();
                assertThat(path.startsWith("dataset/")
                                && json.path("description").isMissingNode())
                        .as(path + " has a description")
                        .isFalse();
            }
        }
        JsonNode one = schema(IN_ENGLISH.get("dataset/doi/10.60501/so2-flux.2021"));
        assertThat(one.path("creator").path(0).path("sameAs").asText())
                .isEqualTo("https://orcid.org/0000-0009-9900-1017");
        assertThat(one.path("license").asText()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(one.path("isAccessibleForFree").asBoolean()).isTrue();
        assertThat(one.path("distribution").path(0).path("contentUrl").asText()).startsWith("https://");
    }

    private static JsonNode schema(String page) throws IOException {
        String start = "<script type=\"application/ld+json\">";
        int from = page.indexOf(start) + start.length();
        return JSON.readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    @Test
    void listsHoldEverythingOnce() throws Exception {
        for (Kind kind : Kind.values()) {
            Set<String> listed = new LinkedHashSet<>();
            String next = "?format=json";
            int pages = 0;
            while (!next.isEmpty()) {
                JsonNode page =
                        JSON.readTree(SERVED.get("/" + kind.segment() + next).body());
                page.path("items")
                        .forEach(item -> assertThat(listed.add(item.path("iri").asText()))
                                .isTrue());
                next = page.path("next").asText();
                pages++;
            }
            assertThat(listed).hasSize((int) documents().stream()
                    .filter(path -> path.startsWith(kind.segment() + "/"))
                    .count());
            assertThat(pages).isEqualTo((listed.size() + 49) / 50);
        }
        String second = SERVED.get("/dataset?format=html&after="
                        + Served.encode(documents().stream()
                                .filter(it -> it.startsWith("dataset/"))
                                .toList()
                                .get(49)
                                .substring("dataset/".length())))
                .body();
        assertThat(second).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        String before = between(second, "href=\"?before=", "\" rel").substring("href=\"".length());
        assertThat(page("dataset" + before, "en")).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(page("record/adio-rdm", "ja")).contains("学術データ基盤機構 研究データ登録");
        assertThat(SERVED.get("/record/none", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    @Test
    void noContactLeaves() throws IOException {
        Set<String> contacts = new LinkedHashSet<>();
        try (var files = Files.walk(ServedSamples.HOME.resolve("samples"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = CONTACT.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                while (matcher.find()) {
                    contacts.add(matcher.group());
                }
            }
        }
        assertThat(contacts).hasSizeGreaterThan(10);
        Stream.of(IN_JAPANESE, IN_ENGLISH)
                .flatMap(it -> it.values().stream())
                .forEach(page ->
                        assertThat(contacts.stream().filter(page::contains)).isEmpty());
    }

    /** One page as its markup. */
    private record Markup(String path, String html) {
        void check() throws Exception {
            Document document = Served.parse(html);
            assertThat(elements(document, "h1")).as(path + " h1").hasSize(1);
            assertThat(elements(document, "main")).as(path + " main").hasSize(1);
            assertThat(html).as(path).doesNotContain(" style=", "<style", "javascript:", " onclick=");
            Set<String> ids = new LinkedHashSet<>();
            int level = 1;
            for (Element element : elements(document, "*")) {
                String id = element.getAttribute("id");
                assertThat(id.isEmpty() || ids.add(id)).as(path + " id " + id).isTrue();
                if (element.getTagName().matches("h[1-6]")) {
                    int own = element.getTagName().charAt(1) - '0';
                    assertThat(own).as(path + " " + element.getTextContent()).isLessThanOrEqualTo(level + 1);
                    assertThat(element.getTextContent().strip()).as(path).isNotEmpty();
                    level = own;
                }
                if (element.getTagName().equals("th")) {
                    assertThat(element.getAttribute("scope")).as(path).isNotEmpty();
                }
                if (element.getTagName().equals("a")) {
                    assertThat(element.getAttribute("href")).as(path).matches("(https?://|\\.|[a-z?#]).*");
                    assertThat(element.getTextContent().strip()).as(path).isNotEmpty();
                }
            }
        }

        private static List<Element> elements(Document document, String name) {
            NodeList found = document.getElementsByTagName(name);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                elements.add((Element) found.item(i));
            }
            return elements;
        }
    }
}
