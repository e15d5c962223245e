package io.musubi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Text;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.sail.SailConnection;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.shacl.ShaclValidator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule of {@code shapes/dcat-ap} has a folder {@code examples/<Rule>} with {@code valid*.ttl} and {@code invalid*.ttl};
 * two engines must tell them apart.
 */
class ExportShapesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("musubi.home", ".")).resolve("shapes/dcat-ap");
    private static final String BASE = "http://example.org/";

    private final ExportShapes shapes = new ExportShapes(FOLDER);

    @TestFactory
    List<DynamicTest> eachRuleTellsItsExamplesApart() throws IOException {
        String turtle = shapesAsTurtle();
        List<DynamicTest> tests = new ArrayList<>();
        for (Path rule : children(FOLDER.resolve("examples"))) {
            tests.add(DynamicTest.dynamicTest(rule.getFileName().toString(), () -> examine(rule, turtle)));
        }
        return tests;
    }

    private void examine(Path rule, String turtle) throws IOException {
        String name = rule.getFileName().toString();
        Set<String> kinds = new TreeSet<>();
        for (Path example : children(rule)) {
            String kind = example.getFileName().toString().replaceFirst("[-.].*", "");
            kinds.add(kind);
            assertThat(jena(example).contains(name)).as("Jena on %s", example).isEqualTo(kind.equals("invalid"));
            assertThat(rdf4j(example, turtle).contains(name))
                    .as("RDF4J on %s", example)
                    .isEqualTo(kind.equals("invalid"));
        }
        assertThat(kinds).containsExactly("invalid", "valid");
    }

    @Test
    void everyRuleHasExamplesAndSpeaksBothLanguages() throws IOException {
        Set<String> rules = new TreeSet<>();
        Graph graph = DcatAp.turtle(DcatAp.files(FOLDER, ".ttl"), BASE);
        graph.find(Node.ANY, NodeConst.nodeRDFType, Node.ANY)
                .forEachRemaining(it -> rules.add(local(it.getSubject().getURI())));
        assertThat(rules).hasSizeGreaterThan(60);
        Set<String> examples = new TreeSet<>();
        children(FOLDER.resolve("examples"))
                .forEach(it -> examples.add(it.getFileName().toString()));
        assertThat(examples).isEqualTo(rules);
        Graph wrong = GraphFactory.createDefaultGraph();
        for (Path rule : children(FOLDER.resolve("examples"))) {
            RDFParser.source(rule.resolve("invalid.ttl"))
                    .base(BASE + rule.getFileName() + "/")
                    .checking(false)
                    .parse(wrong);
        }
        for (ExportShapes.Result result : shapes.check(wrong)) {
            Text message = result.gap().message();
            assertThat(message.ja()).matches("(?s).*[ぁ-ん].*");
            assertThat(message.en()).matches("\\p{ASCII}+");
        }
    }

    private Set<String> jena(Path example) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(example).base(BASE).checking(false).parse(graph);
        Set<String> rules = new TreeSet<>();
        shapes.check(graph).forEach(it -> rules.add(it.gap().rule()));
        return rules;
    }

    private static Set<String> rdf4j(Path example, String turtle) throws IOException {
        Model report = ShaclValidator.validate(store(Files.readString(example)), store(turtle))
                .asModel();
        Set<String> rules = new TreeSet<>();
        report.filter(null, SHACL.SOURCE_SHAPE, null).objects().forEach(it -> rules.add(local(it.stringValue())));
        return rules;
    }

    private static MemoryStore store(String turtle) throws IOException {
        MemoryStore store = new MemoryStore();
        try (SailConnection connection = store.getConnection()) {
            connection.begin();
            Rio.parse(new StringReader(turtle), BASE, RDFFormat.TURTLE)
                    .forEach(it -> connection.addStatement(it.getSubject(), it.getPredicate(), it.getObject()));
            connection.commit();
        }
        return store;
    }

    private static String shapesAsTurtle() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : DcatAp.files(FOLDER, ".ttl")) {
            all.append(Files.readString(file)).append('\n');
        }
        return all.toString();
    }

    private static String local(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
