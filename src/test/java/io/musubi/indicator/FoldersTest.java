package io.musubi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder is an indicator; a wrong folder says what is wrong; small numbers of persons stay hidden. */
class FoldersTest {
    private static final String YAML = """
            id: members
            title: { ja: 人数, en: Members }
            definition: { ja: 機関の人数, en: Members of institutions }
            counted: { ja: 人, en: persons }
            date: { ja: なし, en: none }
            dimensions:
              place: { label: { ja: 機関, en: Institution } }
            measures:
              members: { label: { ja: 人数, en: Members }, unit: { ja: 人, en: persons }, persons: true }
            chart: { kind: bars, by: place, measure: members }
            """;
    private static final String QUERY = """
            PREFIX org: <http://www.w3.org/ns/org#>
            SELECT ?place (COUNT(DISTINCT ?who) AS ?members)
            WHERE { ?who org:memberOf ?place } GROUP BY ?place ORDER BY ?place
            """;

    @TempDir
    Path home;

    private Path write(String yaml, String query) throws IOException {
        Path folder = Files.createDirectories(home.resolve("indicators/members"));
        Files.writeString(folder.resolve("indicator.yaml"), yaml);
        Files.writeString(folder.resolve("indicator.rq"), query);
        return folder;
    }

    private Figures figures(String... sizes) throws IOException {
        StringBuilder turtle = new StringBuilder();
        for (String each : sizes) {
            String place = each.split(":")[0];
            for (int i = 0; i < Integer.parseInt(each.split(":")[1]); i++) {
                turtle.append("<urn:" + place + i + "> <http://www.w3.org/ns/org#memberOf> <urn:" + place + "> .\n");
            }
        }
        Path file = Files.writeString(home.resolve("data.ttl"), turtle);
        DatasetGraph dataset = Graphs.of(file);
        Indicator indicator = Indicators.read(home).get("members").orElseThrow();
        return dataset.calculateRead(() -> Graphs.calculation(dataset).figures(indicator, Graphs.STATE));
    }

    private static List<String> shown(Figures figures) {
        return figures.rows().stream()
                .map(row -> row.values().getFirst().key() + " "
                        + row.cells().getFirst().status().word() + " "
                        + row.cells().getFirst().number().orElse(-1))
                .toList();
    }

    @Test
    void aNewFolderNeedsNoCode() throws IOException {
        assertThat(Indicators.read(home).all()).isEmpty();
        write(YAML, QUERY);
        assertThat(shown(figures("a:6", "b:9"))).containsExactly("urn:a counted 6", "urn:b counted 9");
        assertThat(figures("a:6").asOf()).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void fewPersonsAreHiddenAndAnotherNumberWithThem() throws IOException {
        write(YAML, QUERY);
        Figures figures = figures("a:4", "b:9", "c:6", "d:5");
        // With d shown, the total would give a away.
        assertThat(shown(figures))
                .containsExactly("urn:a suppressed -1", "urn:b counted 9", "urn:c counted 6", "urn:d suppressed -1");
        assertThat(figures.total().orElseThrow().cells().getFirst().number()).hasValue(24);
        assertThat(shown(figures("a:4", "b:1", "c:6")))
                .containsExactly("urn:a suppressed -1", "urn:b suppressed -1", "urn:c counted 6");
        assertThat(CsvForm.of(figures, "en")).contains("urn:a,urn:a,,suppressed,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: members | id: others | indicator.yaml, key 'id': expected the folder's name 'members', of lower-case letters, digits and hyphens, found 'others'",
                "title: { ja: 人数, en: Members } | title: Members | key 'title': expected a text in both languages: { ja: …, en: … }, found 'Members'",
                "title: { ja: 人数, en: Members } | title: { ja: 人数 } | key 'title.en': expected a text, found nothing",
                "title: { ja: 人数, en: Members } | titel: { ja: 人数, en: Members } | key 'titel': unknown key; expected one of caveats, chart",
                "kind: bars | kind: pie | key 'chart.kind': expected bars, stacked or shares, found 'pie'",
                "by: place | by: town | key 'chart.by': expected one of place, found 'town'",
                "persons: true | persons: maybe | key 'measures.members.persons': expected true or false, found 'maybe'",
                "place: { label | page: { label | key 'dimensions.page': expected another name",
                "place: { label | town: { label | GROUP BY: expected the dimensions of indicator.yaml in their order: town; found place",
            })
    void aWrongFolderSaysWhatIsWrong(String right, String wrong, String message) throws IOException {
        write(YAML.replace(right, wrong), QUERY);
        assertThatThrownBy(() -> Indicators.read(home))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNT(DISTINCT ?who) | COUNT(?who) | indicator.rq: expected (COUNT(DISTINCT ?thing) AS ?members), found",
                "?place } GROUP BY ?place | ?p } GROUP BY (STR(?p) AS ?place) | expected plain variables in GROUP BY",
                "ORDER BY ?place | LIMIT 3 | expected a SELECT on the default graph without LIMIT",
                "WHERE { | WHERE | indicator.rq: expected a SPARQL 1.1 query, found: ",
                "AS ?members | AS ?people | indicator.rq, SELECT: expected the measures of indicator.yaml in their order: members; found people",
                "SELECT ?place | SELECT | expected every variable of GROUP BY in SELECT",
            })
    void aWrongQuerySaysWhatIsWrong(String right, String wrong, String message) throws IOException {
        write(YAML, QUERY.replace(right, wrong));
        assertThatThrownBy(() -> Indicators.read(home))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aHeavyQueryIsStopped() throws IOException {
        write(YAML, QUERY.replace("?place } GROUP", "?place . ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP"));
        figures("a:0");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append("<urn:" + i + "> <http://www.w3.org/ns/org#memberOf> <urn:p> .\n");
        }
        DatasetGraph dataset = Graphs.of(Files.writeString(home.resolve("data.ttl"), many));
        Indicator indicator = Indicators.read(home).get("members").orElseThrow();
        dataset.executeRead(() -> assertThatThrownBy(
                        () -> new Calculation(dataset, Duration.ofMillis(200)).figures(indicator, Graphs.STATE))
                .isInstanceOf(OverLimit.class));
    }

    @Test
    void eitherAQueryOrATable() throws IOException {
        Path folder = write(YAML, QUERY);
        Files.writeString(folder.resolve("reference.csv"), "place,members,source,date\nA,3,paper,2023\n");
        assertThatThrownBy(() -> Indicators.read(home))
                .hasMessageContaining("expected either indicator.rq or reference.csv, found both");
        Files.delete(folder.resolve("indicator.rq"));
        assertThatThrownBy(() -> Indicators.read(home))
                .hasMessageContaining("key 'reference': expected the source of reference.csv");
        Files.writeString(
                folder.resolve("indicator.yaml"), YAML + "reference: { title: { ja: 資料, en: Paper }, date: 2023 }\n");
        assertThat(shown(figures())).containsExactly("A stated 3");
        Files.writeString(folder.resolve("reference.csv"), "place,members,source,date\nA,three,paper,2023\n");
        assertThatThrownBy(() -> Indicators.read(home))
                .hasMessageContaining(
                        "reference.csv, row 1, column 'members': expected a whole number, or nothing where none is stated, found 'three'");
        Files.writeString(folder.resolve("reference.csv"), "place,members,source\nA,3,paper\n");
        assertThatThrownBy(() -> Indicators.read(home))
                .hasMessageContaining("header: expected place,members,source,date, found place,members,source");
    }
}
