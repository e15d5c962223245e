package io.musubi.web.page;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What things are called, in the reader's language where there is a name in it. */
public final class Labels {
    private static final List<Node> NAMING = List.of(
            SKOS.prefLabel.asNode(),
            RDFS.label.asNode(),
            DCTerms.title.asNode(),
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"));

    private static final int BEST = 4;

    private final GraphStore graph;

    public Labels(GraphStore graph) {
        this.graph = graph;
    }

    /** The names of those of {@code nodes} that the ontology or the graph names. */
    public Map<Node, String> of(Set<Node> nodes, String language) {
        Map<Node, String> names = new HashMap<>();
        LeasedDataset dataset = graph.dataset();
        dataset.begin(TxnType.READ);
        try {
            Graph ontology = dataset.ontology();
            Graph documents = dataset.getDefaultGraph();
            for (Node node : nodes) {
                name(ontology, node, language)
                        .or(() -> name(documents, node, language))
                        .ifPresent(name -> names.put(node, name));
            }
        } finally {
            dataset.end();
        }
        return names;
    }

    /**
     * What something is called.
     *
     * @param language of the text; may be empty
     */
    public record Label(String text, String language) {}

    /** The name of {@code node} in {@code graph}: in the language, else in English or Japanese, else any. */
    public static Optional<String> name(Graph graph, Node node, String language) {
        return label(graph, node, language).map(Label::text);
    }

    /** The same with the language it is in. */
    public static Optional<Label> label(Graph graph, Node node, String language) {
        Optional<Label> best = Optional.empty();
        int rank = 0;
        for (Node property : NAMING) {
            Optional<Label> found = label(graph, node, property, language);
            int other = found.map(it -> rank(it.language(), language)).orElse(0);
            if (other == BEST) {
                return found;
            }
            if (other > rank) {
                best = found;
                rank = other;
            }
        }
        return best;
    }

    /** Of equals the first in order of text: the same page whatever the order of storage. */
    private static Optional<Label> label(Graph graph, Node node, Node property, String language) {
        ExtendedIterator<Triple> found = graph.find(node, property, Node.ANY);
        try {
            return found.toList().stream()
                    .map(Triple::getObject)
                    .filter(Node::isLiteral)
                    .map(it -> new Label(it.getLiteralLexicalForm(), it.getLiteralLanguage()))
                    .min(Comparator.comparingInt((Label it) -> -rank(it.language(), language))
                            .thenComparing(Label::text));
        } finally {
            found.close();
        }
    }

    private static int rank(String found, String wanted) {
        if (found.equals(wanted)) {
            return BEST;
        }
        return switch (found) {
            case "ja", "en" -> 3;
            case "" -> 2;
            default -> 1;
        };
    }
}
