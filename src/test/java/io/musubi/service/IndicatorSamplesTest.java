package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.indicator.Calculation;
import io.musubi.indicator.Dimension;
import io.musubi.indicator.Figures;
import io.musubi.indicator.GraphFigures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.Indicators;
import io.musubi.indicator.Row;
import io.musubi.model.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The indicators of the invented country, counted again from the journal's documents by plain means. */
class IndicatorSamplesTest {
    private static final Pattern LINE = Pattern.compile(
            "<([^>]*)> <([^>]*)> (?:<([^>]*)>|\"((?:[^\"\\\\]|\\\\.)*)\"(?:@([A-Za-z0-9-]+)|\\^\\^<[^>]*>)?) \\.");
    private static final String MSB = "https://w3id.org/musubi/ontology#";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String FRAPO = "http://purl.org/cerif/frapo/";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String TOPIC = "http://xmlns.com/foaf/0.1/primaryTopic";
    private static final String OPEN = "https://w3id.org/musubi/codelist/access-division/open";

    @TempDir
    static Path folder;

    private static Store store;
    private static GraphStore graph;
    private static GraphFigures figures;
    private static Indicators indicators;

    /** Subject, predicate, objects. */
    private static final Map<String, Map<String, List<String>>> SAID = new HashMap<>();

    @BeforeAll
    static void ingest() throws IOException {
        store = House.store(folder);
        House.takeSamples(store, House.sampleSources());
        graph = GraphStore.open(folder.resolve("public"), store.journal(), GraphSettings.usual(House.HOME));
        graph.follow((done, total) -> {});
        figures = new GraphFigures(graph, Calculation.TIME);
        indicators = Indicators.read(House.HOME);
        for (Document document : House.documents(store)) {
            document.triples().lines().forEach(IndicatorSamplesTest::read);
        }
    }

    private static void read(String line) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        SAID.computeIfAbsent(matcher.group(1), it -> new HashMap<>())
                .computeIfAbsent(matcher.group(2), it -> new ArrayList<>())
                .add(Objects.requireNonNullElse(matcher.group(3), matcher.group(4)));
    }

    @AfterAll
    static void close() {
        graph.close();
        store.close();
    }

    private static Figures of(String id) {
        return figures.figures(indicators.get(id).orElseThrow());
    }

    private static List<String> all(String subject, String predicate) {
        return SAID.getOrDefault(subject, Map.of()).getOrDefault(predicate, List.of());
    }

    private static Optional<String> one(String subject, String predicate) {
        return all(subject, predicate).stream().findFirst();
    }

    private static Set<String> typed(String type) {
        return SAID.keySet().stream().filter(it -> all(it, TYPE).contains(type)).collect(Collectors.toSet());
    }

    private static Set<String> datasets() {
        return typed(DCAT + "Dataset");
    }

    private static List<String> records(String thing) {
        return SAID.keySet().stream()
                .filter(it -> all(it, TOPIC).contains(thing))
                .toList();
    }

    private static String fiscalYear(String dataset) {
        List<String> listed = records(dataset).stream()
                .flatMap(it -> all(it, DCT + "modified").stream())
                .sorted()
                .toList();
        Optional<String> date = one(dataset, DCT + "issued")
                .or(() -> listed.stream().filter(it -> it.length() > 4).findFirst())
                .or(() -> listed.stream().findFirst());
        if (date.isEmpty() || date.get().length() == 4) {
            return date.map(it -> "year " + it).orElse("");
        }
        int year = Integer.parseInt(date.get().substring(0, 4));
        return Integer.toString(Integer.parseInt(date.get().substring(5, 7)) < 4 ? year - 1 : year);
    }

    private static String key(Row row) {
        return row.values().stream().map(it -> it.key()).collect(Collectors.joining("|"));
    }

    private static Map<String, Long> table(Figures figures, int cell) {
        Map<String, Long> table = new TreeMap<>();
        figures.rows()
                .forEach(row ->
                        table.put(key(row), row.cells().get(cell).number().orElseThrow()));
        return table;
    }

    private static List<String> orNone(List<String> values) {
        return values.isEmpty() ? List.of("") : values;
    }

    @Test
    void datasetsByFiscalYear() {
        Map<String, Long> expected = new TreeMap<>();
        for (String dataset : datasets()) {
            for (String funder : orNone(all(dataset, "https://w3id.org/citedcat-ap/funder"))) {
                assertThat(funder).doesNotContain("#");
                String division = one(dataset, MSB + "accessDivision").orElse("");
                expected.merge(fiscalYear(dataset) + "|" + division + "|" + funder, 1L, Long::sum);
            }
        }
        Figures found = of("datasets-by-fiscal-year");
        assertThat(table(found, 0)).isEqualTo(expected);
        assertThat(found.total().orElseThrow().cells().getFirst().number())
                .hasValue(datasets().size());
        assertThat(expected).hasSizeGreaterThan(30);
    }

    @Test
    void metadataByProject() {
        Map<String, Long> expected = new TreeMap<>();
        Map<String, Long> records = new TreeMap<>();
        for (String project : typed("http://xmlns.com/foaf/0.1/Project")) {
            Set<String> made = datasets().stream()
                    .filter(it ->
                            all(it, "http://www.w3.org/ns/prov#wasGeneratedBy").contains(project))
                    .collect(Collectors.toSet());
            String grant = one(project, FRAPO + "isFundedBy").orElse("");
            String key = one(grant, FRAPO + "hasGrantNumber").orElse("") + "|" + project + "|"
                    + one(grant, FRAPO + "hasFundingAgency").orElse("");
            expected.put(key, (long) made.size());
            records.put(key, made.stream().mapToLong(it -> records(it).size()).sum());
        }
        assertThat(table(of("metadata-by-project"), 0)).isEqualTo(expected);
        assertThat(table(of("metadata-by-project"), 6)).isEqualTo(records);
    }

    @Test
    void identifiers() {
        Map<String, Set<String>> things = new LinkedHashMap<>();
        things.put("dataset", datasets());
        things.put("creator", of(DCT + "creator", it -> all(it, TYPE).contains("http://xmlns.com/foaf/0.1/Person")));
        Set<String> institutions = new HashSet<>();
        datasets()
                .forEach(it -> institutions.addAll(
                        all(it, MSB + "managingInstitution").isEmpty()
                                ? all(it, DCT + "publisher")
                                : all(it, MSB + "managingInstitution")));
        things.put("institution", institutions);
        things.put("grant", of(FRAPO + "isFundedBy", it -> true));
        Map<String, Predicate<String>> counts = Map.of(
                "dataset", it -> hasPassed(it, Set.of("doi", "handle", "ark", "purl", "arxiv")),
                "creator", it -> hasPassed(it, Set.of("orcid", "erad", "nrid", "isni")),
                "institution", it -> hasPassed(it, Set.of("ror", "isni", "erad-institution", "corporate-number")),
                "grant", it -> !all(it, FRAPO + "hasGrantNumber").isEmpty());
        Figures found = of("identifiers");
        things.forEach((kind, all) -> {
            assertThat(table(found, 0)).containsEntry(kind, (long) all.size());
            assertThat(table(found, 1))
                    .containsEntry(kind, all.stream().filter(counts.get(kind)).count());
        });
        assertThat(table(found, 1).get("creator")).isLessThan(table(found, 0).get("creator"));
    }

    private static Set<String> of(String predicate, Predicate<String> which) {
        return datasets().stream()
                .flatMap(it -> all(it, predicate).stream())
                .filter(which)
                .collect(Collectors.toSet());
    }

    private static boolean hasPassed(String thing, Set<String> schemes) {
        return all(thing, "http://www.w3.org/ns/adms#identifier").stream()
                .filter(it -> all(it, MSB + "identifierCheck").contains(MSB + "passed"))
                .flatMap(it -> all(it, "http://purl.org/spar/datacite/usesIdentifierScheme").stream())
                .anyMatch(it -> schemes.contains(it.replaceFirst(".*/", "")));
    }

    @Test
    void openLicences() {
        Set<String> open = datasets().stream()
                .filter(it -> all(it, MSB + "accessDivision").contains(OPEN))
                .collect(Collectors.toSet());
        long free = open.stream()
                .filter(it -> Stream.concat(Stream.of(it), all(it, DCAT + "distribution").stream())
                        .flatMap(part -> all(part, DCT + "license").stream())
                        .anyMatch(IndicatorSamplesTest::isOpen))
                .count();
        Row total = of("open-licence").total().orElseThrow();
        assertThat(total.cells().get(0).number()).hasValue(open.size());
        assertThat(total.cells().get(1).number()).hasValue(free);
        assertThat(free).isBetween(1L, open.size() - 1L);
        assertThat(total.cells().get(1).number().getAsLong()
                        + total.cells().get(2).number().getAsLong()
                        + total.cells().get(3).number().getAsLong())
                .isEqualTo(open.size());
    }

    private static boolean isOpen(String licence) {
        return licence.matches("https://creativecommons\\.org/(publicdomain/.*|licenses/by(-sa)?/.*)")
                || licence.startsWith("https://spdx.org/licenses/");
    }

    @Test
    void findings() {
        Map<String, Set<String>> bySeverity = new TreeMap<>();
        Set<String> concerned = new HashSet<>();
        for (String record : List.copyOf(SAID.keySet())) {
            for (String finding : all(record, MSB + "finding")) {
                bySeverity
                        .computeIfAbsent(
                                one(finding, "http://www.w3.org/ns/shacl#resultSeverity")
                                        .orElseThrow(),
                                it -> new HashSet<>())
                        .add(finding);
                concerned.addAll(all(record, TOPIC));
            }
        }
        Row total = of("findings-by-institution").total().orElseThrow();
        assertThat(total.cells().get(0).number())
                .hasValue(bySeverity.values().stream().mapToLong(Set::size).sum());
        assertThat(total.cells().get(1).number()).hasValue(concerned.size());
        assertThat(bySeverity).hasSize(3);
    }

    @Test
    void behindEveryNumberAreAsManyThings() {
        for (Indicator indicator : indicators.all()) {
            if (indicator.question().isPresent()) {
                Figures found = figures.figures(indicator);
                found.rows().forEach(row -> check(indicator, row));
            }
        }
    }

    private static void check(Indicator indicator, Row row) {
        Map<String, Optional<Node>> bound = new LinkedHashMap<>();
        List<Dimension> dimensions = indicator.dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            bound.put(dimensions.get(i).name(), row.values().get(i).node());
        }
        for (int i = 0; i < row.cells().size(); i++) {
            String measure = indicator.measures().get(i).name();
            GraphFigures.Things things = figures.things(indicator.question().orElseThrow(), measure, bound, 0, 1_000);
            assertThat((long) things.all())
                    .as("%s %s of %s", indicator.id(), measure, bound)
                    .isEqualTo(row.cells().get(i).number().orElseThrow());
            assertThat(things.page()).hasSize(things.all());
        }
    }
}
