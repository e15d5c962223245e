package io.musubi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.journal.HeldException;
import io.musubi.journal.Journal;
import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.text.sparql.TextFunctions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index follows the journal, whatever happens in between, and forgets with it. */
class TextStoreTest {
    private static final Instant TIME = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir
    Path folder;

    private Journal journal;
    private TextStore text;
    private long commit;

    @BeforeEach
    void open() {
        journal = Journal.open(folder);
        text = TextStore.open(folder, journal, Spellings.NONE);
    }

    @AfterEach
    void close() {
        text.close();
        journal.close();
    }

    private void publish(String turtle) {
        append(Turtle.documents(turtle).stream().map(TextStoreTest::change).toList());
        text.follow(Progress.SILENT);
    }

    private static DocumentChange change(Document document) {
        return new DocumentChange(document.iri(), Optional.of(document), false);
    }

    private void withdraw(String path, boolean forget) {
        append(List.of(new DocumentChange(Turtle.BASE + path, Optional.empty(), forget)));
        text.follow(Progress.SILENT);
    }

    private void append(List<DocumentChange> changes) {
        journal.append(++commit, TIME.plusSeconds(commit), changes);
    }

    private List<String> found(String query) {
        return answer(query).hits().stream()
                .map(hit -> hit.iri().substring(Turtle.BASE.length()))
                .toList();
    }

    private Answer answer(String query) {
        return text.search(new Question(query, Map.of(), Optional.empty(), 20, "ja"));
    }

    @Test
    void itShowsWhatTheJournalShows() {
        publish("<dataset/doi/1> dct:title '気象'@ja . <dataset/doi/2> dct:title '海洋'@ja .");
        assertThat(found("気象")).containsExactly("dataset/doi/1");
        publish("<dataset/doi/1> dct:title '地質'@ja .");
        assertThat(found("気象")).isEmpty();
        assertThat(found("地質")).containsExactly("dataset/doi/1");
        withdraw("dataset/doi/1", false);
        assertThat(found("地質")).isEmpty();
        assertThat(answer("海洋").state()).isEqualTo(journal.state()).isEqualTo(text.state());
    }

    @Test
    void namesOfOthersFollow() {
        publish("""
                <dataset/doi/1> dct:creator <person/erad/1> , <record/a/1#creator> .
                <person/erad/1> foaf:name '桐原'@ja .
                <record/a/1> foaf:primaryTopic <dataset/doi/1> .
                <record/a/1#creator> foaf:name '磯村'@ja .
                """);
        assertThat(found("桐原")).containsExactlyInAnyOrder("dataset/doi/1", "person/erad/1");
        publish("<person/erad/1> foaf:name '宮瀬'@ja .");
        assertThat(found("宮瀬")).containsExactlyInAnyOrder("dataset/doi/1", "person/erad/1");
        assertThat(found("桐原")).isEmpty();
        withdraw("record/a/1", true);
        assertThat(found("磯村")).isEmpty();
        withdraw("person/erad/1", true);
        assertThat(found("宮瀬")).isEmpty();
        publish("<person/erad/1> foaf:name '鐘江'@ja .");
        assertThat(found("鐘江")).contains("dataset/doi/1");
    }

    @Test
    void whoSaysItFollowsTheRecords() {
        publish("""
                <dataset/doi/1> dct:title '気象'@ja . <dataset/doi/2> dct:title '海洋'@ja .
                <record/a/1> foaf:primaryTopic <dataset/doi/1> ; dct:isPartOf <catalog/a> ; dct:issued '2025-03-31' .
                <record/b/1> foaf:primaryTopic <dataset/doi/1> ; dct:isPartOf <catalog/b> .
                """);
        assertThat(values("気象", Facet.SOURCE)).containsExactlyInAnyOrder("a", "b");
        assertThat(values("気象", Facet.YEAR)).containsExactly("2024");
        publish("<record/b/1> foaf:primaryTopic <dataset/doi/2> ; dct:isPartOf <catalog/b> .");
        assertThat(values("気象", Facet.SOURCE)).containsExactly("a");
        assertThat(values("海洋", Facet.SOURCE)).containsExactly("b");
        withdraw("record/a/1", false);
        assertThat(values("気象", Facet.SOURCE)).isEmpty();
        assertThat(values("気象", Facet.YEAR)).isEmpty();
    }

    private List<String> values(String query, Facet facet) {
        return answer(query).facets().getOrDefault(facet, List.of()).stream()
                .map(Answer.Count::value)
                .toList();
    }

    @Test
    void afterAnInterruptionItCatchesUp() {
        publish("<dataset/doi/1> dct:title '気象'@ja .");
        text.close();
        append(List.of(change(Turtle.document("<dataset/doi/2> dct:title '気象衛星'@ja ."))));
        text = TextStore.open(folder, journal, Spellings.NONE);
        assertThat(text.state().number()).isEqualTo(1);
        assertThat(found("気象")).containsExactly("dataset/doi/1");
        text.follow(Progress.SILENT);
        assertThat(found("気象")).containsExactly("dataset/doi/1", "dataset/doi/2");
    }

    @Test
    void anotherJournalIsNotMixedWithTheFirst() throws IOException {
        publish("<dataset/doi/1> dct:title '気象'@ja .");
        text.close();
        journal.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.getFileName().toString().startsWith("journal.db"))
                    .toList()) {
                Files.delete(file);
            }
        }
        commit = 0;
        journal = Journal.open(folder);
        append(List.of(change(Turtle.document("<dataset/doi/9> dct:title '気象'@ja ."))));
        text = TextStore.open(folder, journal, Spellings.NONE);
        text.follow(Progress.SILENT);
        assertThat(found("気象")).containsExactly("dataset/doi/9");
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        publish("<dataset/doi/1> dct:title '気象'@ja .");
        text.close();
        try (Stream<Path> files = Files.list(folder.resolve("text"))) {
            for (Path file :
                    files.filter(it -> it.toString().contains("segments_")).toList()) {
                Files.writeString(file, "damaged");
            }
        }
        text = TextStore.open(folder, journal, Spellings.NONE);
        assertThat(found("気象")).isEmpty();
        text.follow(Progress.SILENT);
        assertThat(found("気象")).containsExactly("dataset/doi/1");
    }

    @Test
    void rebuildingGivesTheSameAnswers() {
        publish("<dataset/doi/1> dct:title '気象'@ja . <dataset/doi/2> dct:title '気象衛星'@ja ; dcat:keyword '気象' .");
        publish("<dataset/doi/3> dct:description '気象の記録'@ja . <dataset/doi/2> dct:title '衛星'@ja .");
        Answer before = answer("気象");
        text.rebuild(Progress.SILENT);
        assertThat(answer("気象")).isEqualTo(before);
        assertThat(before.hits()).hasSize(2);
    }

    @Test
    void aLongWayIsTheSameAsManyShortOnes() {
        List<DocumentChange> changes = new ArrayList<>();
        IntStream.range(0, 2_500)
                .forEach(i -> changes.add(change(Turtle.document(
                        "<dataset/doi/" + i + "> dct:title '第" + i + "次調査'@ja ; dct:creator <person/erad/1> ."))));
        changes.add(change(Turtle.document("<person/erad/1> foaf:name '桐原'@ja .")));
        append(changes);
        List<Long> progress = new ArrayList<>();
        text.follow((done, total) -> progress.add(100 * done / total));
        assertThat(progress).as("each page read, then each written").containsExactly(19L, 39L, 50L, 69L, 89L, 100L);
        assertThat(answer("桐原").total()).isEqualTo(2_501);
        publish("<person/erad/1> foaf:name '宮瀬'@ja .");
        assertThat(answer("宮瀬").total()).isEqualTo(2_501);
    }

    @Test
    void whatIsForgottenLeavesTheFiles() throws IOException {
        String marker = "himitsunokotoba";
        publish("<dataset/doi/1> dct:title '" + marker + "'@en . <dataset/doi/2> dct:title 'stays'@en .");
        publish(
                "<person/erad/1> foaf:name 'kakushita' . <dataset/doi/3> dct:title 'open' ; dct:creator <person/erad/1> .");
        assertThat(filesWith(marker)).isNotEmpty();
        assertThat(filesWith("kakushita")).isNotEmpty();
        withdraw("dataset/doi/1", true);
        withdraw("person/erad/1", true);
        assertThat(filesWith(marker)).isEmpty();
        assertThat(filesWith("kakushita")).isEmpty();
        assertThat(found("stays")).containsExactly("dataset/doi/2");
    }

    private List<Path> filesWith(String marker) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("text"))) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(marker)) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    @Test
    void aGraphThatIsBehindIsGivenNothingItDoesNotKnow() {
        publish("<dataset/doi/1> dct:title '気象'@ja . <dataset/doi/2> dct:title '気象'@ja .");
        DatasetGraph behind = DatasetGraphFactory.createTxnMem();
        Node known = NodeFactory.createURI(Turtle.BASE + "dataset/doi/1");
        behind.getDefaultGraph().add(known, RDF.Nodes.type, NodeFactory.createURI("http://www.w3.org/ns/dcat#Dataset"));
        try (QueryExec query = QueryExec.dataset(behind)
                .query("SELECT ?s { ?s <" + TextFunctions.QUERY + "> '気象' }")
                .set(ARQConstants.registryPropertyFunctions, new TextFunctions(text))
                .build()) {
            List<Node> found = new ArrayList<>();
            query.select().forEachRemaining(row -> found.add(row.get("s")));
            assertThat(found).containsExactly(known);
        }
    }

    @Test
    void oneProcessOwnsIt() {
        assertThatThrownBy(() -> TextStore.open(folder, journal, Spellings.NONE))
                .isInstanceOf(HeldException.class);
    }

    @Test
    void facetsCountAsIfNothingWereChosenOfThem() {
        publish("""
                <dataset/doi/1> dct:title '気象'@ja ; dct:issued '2024-03-31' ; cited:funder <organization/ror/1> ;
                  msb:accessDivision <https://w3id.org/musubi/codelist/access-division/open> ;
                  dcat:theme <https://w3id.org/musubi/codelist/research-field/389> , <http://example.org/other> .
                <dataset/doi/2> dct:title '気象'@ja ; dct:issued '2024-04-01' ; cited:funder <record/a/1#funder> .
                <dataset/doi/3> dct:title '気象'@ja ; dct:issued '2024' .
                <work/doi/4> dct:title '気象'@ja ; dct:issued '2024-04' .
                """);
        Answer all = answer("気象");
        assertThat(all.facets().get(Facet.KIND))
                .containsExactly(new Answer.Count("dataset", 3), new Answer.Count("work", 1));
        assertThat(all.facets().get(Facet.YEAR))
                .containsExactlyInAnyOrder(
                        new Answer.Count("2024", 2), new Answer.Count("2023", 1), new Answer.Count("2024-year", 1));
        assertThat(all.facets().get(Facet.FUNDER))
                .containsExactly(new Answer.Count(Turtle.BASE + "organization/ror/1", 1));
        assertThat(all.facets().get(Facet.FIELD)).containsExactly(new Answer.Count("389", 1));
        assertThat(all.facets().get(Facet.ACCESS)).containsExactly(new Answer.Count("open", 1));

        Answer narrowed = text.search(new Question(
                "気象",
                Map.of(Facet.YEAR, List.of("2024", "2023"), Facet.KIND, List.of("dataset")),
                Optional.empty(),
                20,
                "ja"));
        assertThat(narrowed.total()).isEqualTo(2);
        assertThat(narrowed.facets().get(Facet.KIND))
                .containsExactly(new Answer.Count("dataset", 2), new Answer.Count("work", 1));
        assertThat(narrowed.facets().get(Facet.YEAR)).hasSize(3);
    }

    @Test
    void pagesNeitherOverlapNorLeaveGaps() {
        StringBuilder turtle = new StringBuilder();
        IntStream.range(0, 25).forEach(i -> turtle.append("<dataset/doi/" + i + "> dct:title '気象'@ja .\n"));
        publish(turtle.toString());
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int pages = 0;
        do {
            Answer page = text.search(new Question("気象", Map.of(), after, 10, "ja"));
            assertThat(page.total()).isEqualTo(25);
            page.hits().forEach(hit -> seen.add(hit.iri()));
            after = page.next();
            pages++;
        } while (after.isPresent());
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void hitsAreShownInTheReadersLanguageWithTheirWordsMarked() {
        publish("""
                <dataset/doi/1> dct:title '海の記録'@ja , 'Sea records'@en ; dct:description 'ここに気象ﾃﾞｰﾀがある。'@ja ;
                  dct:creator <person/erad/1> , <person/erad/2> ; dct:issued '2024-05-01' ;
                  prov:qualifiedAttribution <dataset/doi/1#a> .
                <dataset/doi/1#a> prov:agent <person/erad/2> ; msb:position '1' .
                <person/erad/1> foaf:name '桐原'@ja , 'Kirihara'@en . <person/erad/2> foaf:name '宮瀬'@ja .
                """);
        Answer.Hit hit = text.search(new Question("データ", Map.of(), Optional.empty(), 5, "en"))
                .hits()
                .getFirst();
        assertThat(hit.title()).containsExactly(new Answer.Piece("Sea records", false));
        assertThat(hit.snippet())
                .containsExactly(
                        new Answer.Piece("ここに気象", false),
                        new Answer.Piece("ﾃﾞｰﾀ", true),
                        new Answer.Piece("がある。", false));
        assertThat(hit.by()).containsExactly("宮瀬", "Kirihara");
        assertThat(hit.date()).contains("2024-05-01");
        Answer.Hit romaji = answer("kishou").hits().getFirst();
        assertThat(romaji.snippet()).contains(new Answer.Piece("気象", true));
    }

    @Test
    void partsOfANumberAreNotMarked() {
        publish("<dataset/doi/10.60501/flux.2021> dct:title '2021年の記録'@ja ; dct:description '10分値'@ja .");
        Answer.Hit hit = answer("10.60501/flux.2021").hits().getFirst();
        assertThat(hit.title()).containsExactly(new Answer.Piece("2021年の記録", false));
        assertThat(hit.snippet()).containsExactly(new Answer.Piece("10分値", false));
        assertThat(answer("2021").hits().getFirst().title()).contains(new Answer.Piece("2021", true));
    }

    @Test
    void aSearchForWhichNobodyWaitsEnds() {
        publish(
                "<dataset/doi/1> dct:title 'soil of the north'@en . <dataset/doi/2> dct:title 'soil of the south'@en .");
        Matching soil = new Matching("soil", Optional.empty(), Optional.empty(), 10);
        assertThat(text.matches(soil, () -> false)).hasSize(2);
        assertThatThrownBy(() -> text.matches(soil, () -> true)).isInstanceOf(SearchTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "*",
                "*a",
                "a*",
                "???",
                "AND",
                "OR NOT",
                "title:x",
                "a:b:c",
                "((((",
                "[a TO b]",
                "\\",
                "/",
                "~",
                "^5",
                "+-!",
                " ",
                "\u3000",
                "\u0000",
                "\uD800",
                "\uDFFFa",
                "e\u0301",
                "👨‍👩‍👧",
                "«»",
                "。",
                "ー",
                "ﾞ",
                "' OR 1=1 --",
                "<script>",
                "%00",
                "ﷺ"
            })
    void nothingThatIsTypedThrows(String query) {
        publish("<dataset/doi/1> dct:title '気象 title x a'@ja .");
        assertThat(answer(query).total()).isLessThanOrEqualTo(1);
        assertThat(text.matches(new Matching(query, Optional.of(Group.TITLE), Optional.of("ja"), 10), () -> false))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void longQuestionsAreCutAndSaySo() {
        publish("<dataset/doi/1> dct:title '気象'@ja .");
        assertThat(answer("気象 ".repeat(10_000)).isCut()).isTrue();
        assertThat(answer("気".repeat(100_000)).isCut()).isTrue();
        assertThat(answer("ﷺ".repeat(1_000)).isCut()).isTrue();
        assertThat(answer("気象").isCut()).isFalse();
    }

    @Test
    void longIdentifiersAndTextsDoNotStopIt() {
        publish("<dataset/doi/1> dct:title '気象'@ja ; msb:rawIdentifier '" + "9".repeat(40_000) + "' ; dct:description '"
                + "あ".repeat(300_000) + "'@ja .\n<dataset/local/" + "x".repeat(9_000) + "> dct:title '気象'@ja .");
        assertThat(found("気象")).containsExactly("dataset/doi/1");
    }

    @Test
    void aKeyThatNobodyGaveIsTheFirstPage() {
        publish("<dataset/doi/1> dct:title '気象'@ja .");
        for (String after : List.of("", "~", "x~y", "7fc00000~a", "ffffffffffff~a")) {
            assertThat(text.search(new Question("気象", Map.of(), Optional.of(after), 5, "ja"))
                            .hits())
                    .as(after)
                    .hasSize(1);
        }
    }
}
