package io.musubi.web.page;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.rdf.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;

/** What the things of the graph are called. */
public final class Labels {
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
            List<Graph> graphs = List.of(dataset.ontology(), dataset.getDefaultGraph());
            for (Node node : nodes) {
                Wording.name(graphs, node, language).ifPresent(name -> names.put(node, name.getLiteralLexicalForm()));
            }
        } finally {
            dataset.end();
        }
        return names;
    }
}
