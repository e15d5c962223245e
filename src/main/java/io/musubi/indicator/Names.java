package io.musubi.indicator;

import io.musubi.model.Text;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"));
    private static final Node TOPIC = NodeFactory.createURI("http://xmlns.com/foaf/0.1/primaryTopic");
    private static final Node MESSAGE = NodeFactory.createURI("http://www.w3.org/ns/shacl#resultMessage");

    private final List<Graph> graphs;
    private final Map<Node, Text> known = new HashMap<>();

    Names(DatasetGraph dataset) {
        this.graphs = List.of(dataset.getGraph(ONTOLOGY), dataset.getDefaultGraph());
    }

    /**
     * The name. A record goes by what it describes, a finding by its message and that; what has no name at all by its
     * IRI or literal.
     */
    Text of(Node node) {
        Text name = known.get(node);
        if (name == null) {
            name = node.isURI() ? find(node) : plain(node);
            known.put(node, name);
        }
        return name;
    }

    private static Text plain(Node node) {
        return new Text(Value.key(node), Value.key(node));
    }

    private Text find(Node node) {
        return name(NAMING.stream().flatMap(it -> names(node, it)).toList())
                .or(() -> objects(node, TOPIC).findFirst().map(this::of))
                .or(() -> name(names(node, MESSAGE).toList()).map(it -> finding(it, node)))
                .orElseGet(() -> plain(node));
    }

    private Text finding(Text message, Node node) {
        Text record = of(NodeFactory.createURI(node.getURI().replaceFirst("#.*", "")));
        return new Text(record.ja() + "：" + message.ja(), record.en() + ": " + message.en());
    }

    private static Optional<Text> name(List<Node> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(new Text(best(names, "ja"), best(names, "en")));
    }

    private Stream<Node> names(Node node, Node property) {
        return objects(node, property)
                .filter(Node::isLiteral)
                .sorted(Comparator.comparing(Node::getLiteralLexicalForm));
    }

    private Stream<Node> objects(Node node, Node property) {
        return graphs.stream()
                .flatMap(graph -> graph.find(node, property, Node.ANY).mapWith(Triple::getObject).toList().stream());
    }

    /** In the language, else without one, else in any; of equals the first property's, then the first by text. */
    private static String best(List<Node> names, String language) {
        return names.stream()
                .min(Comparator.comparingInt(it -> rank(it.getLiteralLanguage(), language)))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
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
