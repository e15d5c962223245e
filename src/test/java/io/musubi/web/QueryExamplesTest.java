package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.web.query.Example;
import io.musubi.web.query.Examples;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file in {@code queries/examples/} is a query that a second implementation reads too, and that has something to say
 * of the samples in both languages. Where a {@code .csv} lies beside it, that is its whole answer in Japanese.
 */
class QueryExamplesTest {
    private static final Path FOLDER = ServedSamples.HOME.resolve("queries/examples");
    private static final List<Example> EXAMPLES =
            Examples.read(ServedSamples.HOME).all();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void thereAreSomeForEachKindOfUser() {
        assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(20);
        assertThat(EXAMPLES.stream().collect(Collectors.groupingBy(it -> it.audience(), Collectors.counting())))
                .hasSize(4)
                .allSatisfy((audience, count) -> assertThat(count).isGreaterThanOrEqualTo(5));
    }

    @TestFactory
    List<DynamicTest> eachIsReadByAnotherImplementation() {
        return EXAMPLES.stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.name(),
                        () -> assertThat(new SPARQLParser().parseQuery(it.in("en"), Served.BASE))
                                .isNotNull()))
                .toList();
    }

    @TestFactory
    List<DynamicTest> eachHasAnAnswerInBothLanguages() {
        return EXAMPLES.stream()
                .flatMap(it -> List.of("ja", "en").stream()
                        .map(language -> DynamicTest.dynamicTest(it.name() + " " + language, () -> {
                            HttpResponse<String> answer = ServedSamples.served().query(it.in(language));
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                            says(answer);
                        })))
                .toList();
    }

    /** A table has rows and no empty column; yes or no is yes; a graph has triples. */
    private static void says(HttpResponse<String> answer) throws IOException {
        if (answer.headers().firstValue("Content-Type").orElseThrow().startsWith("text/turtle")) {
            Graph graph = GraphFactory.createDefaultGraph();
            RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
            assertThat(graph.size()).isPositive();
            return;
        }
        JsonNode json = JSON.readTree(answer.body());
        if (json.has("boolean")) {
            assertThat(json.get("boolean").asBoolean()).isTrue();
            return;
        }
        Set<String> columns = new HashSet<>();
        json.get("head").get("vars").forEach(it -> columns.add(it.asText()));
        Set<String> filled = new HashSet<>();
        json.get("results").get("bindings").forEach(row -> row.fieldNames().forEachRemaining(filled::add));
        assertThat(filled).isNotEmpty().isEqualTo(columns);
    }

    @TestFactory
    List<DynamicTest> someAnswersAreKnown() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(Path::toString)
                    .filter(it -> it.endsWith(".csv"))
                    .sorted()
                    .map(it -> DynamicTest.dynamicTest(it, () -> {
                        String name =
                                Path.of(it.replace(".csv", "")).getFileName().toString();
                        Example example = EXAMPLES.stream()
                                .filter(each -> each.name().equals(name))
                                .findFirst()
                                .orElseThrow();
                        assertThat(ServedSamples.served()
                                        .query(example.in("ja"), "Accept", "text/csv")
                                        .body()
                                        .replace("\r", ""))
                                .isEqualTo(Files.readString(Path.of(it)));
                    }))
                    .toList();
        }
    }
}
