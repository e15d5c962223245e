package io.musubi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.journal.Journal;
import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.model.Term;
import io.musubi.rdf.NTriples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mapping to DCAT-AP by examples: {@code mappings/dcat-ap/examples/<case>} holds documents ({@code input.ttl}) and what
 * the page of the catalogue of all says of them ({@code expected.ttl}), without what the catalogue says of itself.
 */
class DcatApExamplesTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));
    private static final Path EXAMPLES = HOME.resolve("mappings/dcat-ap/examples");
    private static final String BASE = "http://localhost:8080/";

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> eachCase() throws IOException {
        try (Stream<Path> cases = Files.list(EXAMPLES)) {
            List<Path> all = cases.sorted().toList();
            assertThat(all).isNotEmpty();
            return all.stream()
                    .map(it -> DynamicTest.dynamicTest(it.getFileName().toString(), () -> examine(it)))
                    .toList();
        }
    }

    private void examine(Path example) {
        Path data = folder.resolve(example.getFileName());
        try (Journal journal = Journal.open(data)) {
            journal.append(1, Instant.parse("2026-04-01T00:00:00Z"), documents(read(example.resolve("input.ttl"))));
            Catalogues catalogues = new Catalogues(HOME, BASE, journal);
            Graph page = catalogues
                    .page(catalogues.all(), new Cursor.Walk(1, ""), 100)
                    .graph();
            Set<String> found = lines(page);
            found.removeAll(lines(DcatAp.turtle(List.of(HOME.resolve("mappings/dcat-ap/catalogue.ttl")), BASE)));
            assertThat(String.join("\n", found))
                    .isEqualTo(String.join("\n", lines(read(example.resolve("expected.ttl")))));
        }
    }

    private static Graph read(Path file) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(file).base(BASE).parse(graph);
        return graph;
    }

    private static List<DocumentChange> documents(Graph graph) {
        Map<String, Set<String>> lines = new TreeMap<>();
        graph.find()
                .forEachRemaining(it -> lines.computeIfAbsent(
                                it.getSubject().getURI().replaceFirst("#.*", ""), iri -> new TreeSet<>())
                        .add(line(it) + "\n"));
        List<DocumentChange> changes = new ArrayList<>();
        lines.forEach((iri, triples) -> {
            String type = iri.substring(BASE.length()).replaceFirst("/.*", "");
            Document document = new Document(iri, type, String.join("", triples), "", List.of(), List.of());
            changes.add(new DocumentChange(iri, Optional.of(document), false));
        });
        return changes;
    }

    private static Set<String> lines(Graph graph) {
        Set<String> lines = new TreeSet<>();
        graph.find().forEachRemaining(it -> lines.add(line(it)));
        return lines;
    }

    private static String line(Triple triple) {
        Node object = triple.getObject();
        Term term = object.isURI()
                ? new Term.Iri(object.getURI())
                : new Term.Literal(
                        object.getLiteralLexicalForm(), object.getLiteralDatatypeURI(), object.getLiteralLanguage());
        return NTriples.line(triple.getSubject().getURI(), triple.getPredicate().getURI(), term);
    }
}
