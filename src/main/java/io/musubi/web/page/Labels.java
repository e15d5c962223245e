package io.musubi.web.page;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
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
    private static final Node ONTOLOGY = NodeFactory.createURI("https://w3id.org/musubi/ontology");
    private static final List<Node> NAMING = List.of(
            SKOS.prefLabel.asNode(),
            RDFS.label.asNode(),
            DCTerms.title.asNode(),
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"));

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
            Graph ontology = dataset.getGraph(ONTOLOGY);
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

    /** The name of {@code node} in {@code graph}: in the language, else in English or Japanese, else any. */
    public static Optional<String> name(Graph graph, Node node, String language) {
        for (Node property : NAMING) {
            String best = "";
            int bestRank = 0;
            ExtendedIterator<Triple> found = graph.find(node, property, Node.ANY);
            try {
                while (found.hasNext()) {
                    Node name = found.next().getObject();
                    int rank = name.isLiteral() ? rank(name.getLiteralLanguage(), language) : 0;
                    // Of equals the first in order of text: the same page whatever the order of storage.
                    if (rank > bestRank
                            || (rank == bestRank
                                    && rank > 0
                                    && name.getLiteralLexicalForm().compareTo(best) < 0)) {
                        best = name.getLiteralLexicalForm();
                        bestRank = rank;
                    }
                }
            } finally {
                found.close();
            }
            if (bestRank > 0) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    private static int rank(String found, String wanted) {
        if (found.equals(wanted)) {
            return 4;
        }
        return switch (found) {
            case "ja", "en" -> 3;
            case "" -> 2;
            default -> 1;
        };
    }
}
