package io.musubi.indicator;

import io.musubi.model.Text;
import io.musubi.rdf.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/** What the ontology and the documents call a thing, in both languages. */
final class Names {
    private static final Node ONTOLOGY = NodeFactory.createURI("https://w3id.org/musubi/ontology");
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
        return both(language -> Wording.name(graphs, node, language))
                .or(() -> topic(node).map(this::of))
                .or(() -> both(language -> message(node, language)).map(it -> finding(it, node)))
                .orElseGet(() -> plain(node));
    }

    private Text finding(Text message, Node node) {
        Text record = of(NodeFactory.createURI(node.getURI().replaceFirst("#.*", "")));
        return new Text(record.ja() + "：" + message.ja(), record.en() + ": " + message.en());
    }

    /** Where there is a text for one reader, there is one for the other. */
    private static Optional<Text> both(Function<String, Optional<Node>> text) {
        return text.apply("ja")
                .flatMap(ja ->
                        text.apply("en").map(en -> new Text(ja.getLiteralLexicalForm(), en.getLiteralLexicalForm())));
    }

    private Optional<Node> message(Node finding, String language) {
        return graphs.stream()
                .flatMap(graph -> Wording.text(graph, finding, MESSAGE, language).stream())
                .findFirst();
    }

    private Optional<Node> topic(Node record) {
        return graphs.stream()
                .flatMap(graph -> graph.find(record, TOPIC, Node.ANY).mapWith(Triple::getObject).toList().stream())
                .findFirst();
    }
}
