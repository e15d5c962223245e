package io.musubi.web.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.model.State;
import io.musubi.rdf.Wording;
import io.musubi.web.page.Prefixes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * What the editor completes: the classes and properties of the data and of the ontology, the most used first.
 *
 * @param state the state they were counted in
 * @param prefixes how their IRIs are shortened
 */
record Terms(State state, Map<String, String> prefixes, List<Term> classes, List<Term> properties) {
    private static final Set<Node> CLASSES = Set.of(OWL.Class.asNode(), RDFS.Class.asNode());
    private static final Set<Node> PROPERTIES = Set.of(
            RDF.Property.asNode(),
            OWL.ObjectProperty.asNode(),
            OWL.DatatypeProperty.asNode(),
            OWL.AnnotationProperty.asNode());

    /**
     * A class or a property.
     *
     * @param ja its Japanese name, empty where nobody gave one
     * @param en its English name, likewise
     * @param count how many things are of the class or statements use the property
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Term(String iri, String ja, String en, long count) {}

    /** Counts them; this reads the whole graph. */
    static Terms count(GraphStore store) {
        LeasedDataset dataset = store.dataset();
        dataset.begin(TxnType.READ);
        try {
            Map<String, Long> classes = new TreeMap<>();
            Map<String, Long> properties = new TreeMap<>();
            Graph ontology = dataset.ontology();
            declared(ontology, CLASSES, classes);
            declared(ontology, PROPERTIES, properties);
            used(dataset.getDefaultGraph(), classes, properties);
            return new Terms(
                    dataset.state(),
                    new TreeMap<>(Prefixes.ALL),
                    named(ontology, classes),
                    named(ontology, properties));
        } finally {
            dataset.end();
        }
    }

    private static void declared(Graph ontology, Set<Node> types, Map<String, Long> found) {
        for (Node type : types) {
            ontology.find(Node.ANY, RDF.type.asNode(), type)
                    .mapWith(Triple::getSubject)
                    .filterKeep(Node::isURI)
                    .forEachRemaining(term -> found.put(term.getURI(), 0L));
        }
    }

    private static void used(Graph documents, Map<String, Long> classes, Map<String, Long> properties) {
        ExtendedIterator<Triple> all = documents.find();
        while (all.hasNext()) {
            Triple triple = all.next();
            properties.merge(triple.getPredicate().getURI(), 1L, Long::sum);
            if (triple.getPredicate().equals(RDF.type.asNode())
                    && triple.getObject().isURI()) {
                classes.merge(triple.getObject().getURI(), 1L, Long::sum);
            }
        }
    }

    private static String name(Graph ontology, Node node, String language) {
        return Wording.name(ontology, node, language)
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    private static List<Term> named(Graph ontology, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> {
                    Node node = NodeFactory.createURI(entry.getKey());
                    return new Term(
                            entry.getKey(), name(ontology, node, "ja"), name(ontology, node, "en"), entry.getValue());
                })
                .sorted(Comparator.comparingLong(Term::count).reversed().thenComparing(Term::iri))
                .toList();
    }
}
