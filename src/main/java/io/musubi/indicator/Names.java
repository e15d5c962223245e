package io.musubi.indicator;

import io.musubi.model.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What the ontology and the documents call a thing, in both languages. */
final class Names {
    private static final Node ONTOLOGY = NodeFactory.createURI("https://w3id.org/musubi/ontology");
    private static final List<Node> NAMING = List.of(
            SKOS.prefLabel.asNode(),
            RDFS.label.asNode(),
            DCTerms.title.asNode(),
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"),
            NodeFactory.createURI("http://www.w3.org/ns/shacl#resultMessage"));

    private final List<Graph> graphs;

    Names(DatasetGraph dataset) {
        this.graphs = List.of(dataset.getGraph(ONTOLOGY), dataset.getDefaultGraph());
    }

    /** The name; the IRI or the literal itself where there is none. */
    Text of(Node node) {
        List<Node> names = node.isURI()
                ? graphs.stream()
                        .flatMap(graph -> NAMING.stream().flatMap(property -> names(graph, node, property)))
                        .toList()
                : List.of();
        String otherwise = Value.key(node);
        return new Text(best(names, "ja").orElse(otherwise), best(names, "en").orElse(otherwise));
    }

    /** By text, so that the order of storage does not matter. */
    private static Stream<Node> names(Graph graph, Node node, Node property) {
        return graph
                .find(node, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Node::getLiteralLexicalForm));
    }

    /** In the language, else without one, else in any; of equals the first property's. */
    private static Optional<String> best(List<Node> names, String language) {
        return names.stream()
                .min(Comparator.comparingInt(it -> rank(it.getLiteralLanguage(), language)))
                .map(Node::getLiteralLexicalForm);
    }

    private static int rank(String found, String wanted) {
        return found.equals(wanted)
                ? 0
                : switch (found) {
                    case "" -> 1;
                    case "ja", "en" -> 2;
                    default -> 3;
                };
    }
}
