package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.publish.Catalogues;
import io.musubi.publish.Cursor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples' catalogue judged by the shapes that SEMIC publishes, where they lie beside the project. What is asserted here
 * is what {@code docs/catalogue.md} says of each file.
 */
class PublishedShapesTest {
    @TempDir
    static Path folder;

    private static Path shapes = folder;
    private static Graph page = GraphFactory.createDefaultGraph();

    @BeforeAll
    static void takeSamples() throws IOException {
        Assumptions.assumeTrue(House.shared().isPresent(), "the published shapes are not here");
        shapes = House.shared().orElseThrow().resolve("standards/shapes/dcat-ap/3.0.1");
        try (Store store = House.store(folder)) {
            House.takeSamples(store, House.sampleSources());
            Catalogues catalogues = new Catalogues(House.HOME, House.BASE, store.journal());
            page = catalogues
                    .page(
                            catalogues.all(),
                            new Cursor.Walk(store.journal().state().number(), ""),
                            Catalogues.ENTRIES)
                    .graph();
        }
        assertThat(page.size()).isGreaterThan(5_000);
    }

    private static Shapes load(String file) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(shapes.resolve(file)).parse(graph);
        return Shapes.parse(graph);
    }

    /** {@code Severity path constraint}, each once. */
    private static Set<String> results(String file) {
        Set<String> results = new TreeSet<>();
        for (ReportEntry entry : ShaclValidator.get().validate(load(file), page).getEntries()) {
            results.add(entry.severity().level().getLocalName() + " "
                    + (entry.resultPath() == null ? "" : entry.resultPath().toString()) + " "
                    + entry.sourceConstraintComponent().getLocalName());
        }
        return results;
    }

    @Test
    void thePublishedFilesOfTheNewStyleDoNotLoad() {
        assertThatThrownBy(() -> load("shacl/dcat-ap-SHACL.ttl"))
                .isInstanceOf(ShaclParseException.class)
                .hasMessageContaining("dcat:DataServiceShape");
        assertThatThrownBy(() -> load("shacl/ranges.ttl")).isInstanceOf(ShaclParseException.class);
    }

    @Test
    void withoutItsTwoDanglingReferencesTheNewStyleFindsNothing() {
        assertThat(results("dcat-ap-SHACL.patched.ttl")).isEmpty();
    }

    @Test
    void theOlderStyleContradictsTheTextInOnePlaceThatWeMeet() {
        assertThat(results("html-shacl/shapes.ttl"))
                .containsExactlyInAnyOrder("Violation <http://purl.org/dc/terms/rights> MaxCountConstraintComponent");
        assertThat(results("html-shacl/range.ttl")).isEmpty();
        assertThat(results("html-shacl/deprecateduris.ttl")).isEmpty();
    }

    @Test
    void codeListsAndRecommendationsOnlyWarn() {
        assertThat(results("html-shacl/mdr-vocabularies.shape.ttl"))
                .isNotEmpty()
                .allMatch(it -> it.startsWith("Warning"));
        assertThat(results("html-shacl/shapes_recommended.ttl")).isNotEmpty().allMatch(it -> it.startsWith("Warning"));
    }
}
