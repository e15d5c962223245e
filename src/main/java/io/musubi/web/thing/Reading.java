package io.musubi.web.thing;

import io.musubi.graph.LeasedDataset;
import io.musubi.rdf.Wording;
import io.musubi.web.http.Exchange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * What one page reads, within one transaction of its caller: the document of its own subject, all else from the graph
 * and from the ontology. One thread.
 */
public final class Reading {
    /** No question is asked for more answers than this. */
    public static final int LIMIT = 1_000;

    private final String language;
    private final Addresses addresses;
    private final String subject;
    private final Graph own;
    private final List<Graph> others;
    private final Map<Node, Optional<Node>> labels = new HashMap<>();
    private final Set<Node> told = new HashSet<>();

    private Reading(String base, LeasedDataset dataset, Exchange exchange, String subject, Graph own) {
        this.language = exchange.language();
        this.addresses = new Addresses(base, exchange.up(), subject);
        this.subject = subject;
        this.own = own;
        this.others = List.of(dataset.ontology(), dataset.getDefaultGraph());
    }

    /**
     * For the page of one thing.
     *
     * @param dataset within a read transaction
     * @param subject its IRI
     * @param own all that is to be said of it and its parts, whatever the graph says
     */
    public static Reading of(String base, LeasedDataset dataset, Exchange exchange, String subject, Graph own) {
        return new Reading(base, dataset, exchange, subject, own);
    }

    /** For a page of many things. */
    public static Reading of(String base, LeasedDataset dataset, Exchange exchange) {
        return new Reading(base, dataset, exchange, "", GraphFactory.createDefaultGraph());
    }

    /** {@code ja} or {@code en}. */
    public String language() {
        return language;
    }

    /** The page's own subject. */
    public Thing subject() {
        return thing(subject);
    }

    /** A thing by its IRI. */
    public Thing thing(String iri) {
        return thing(NodeFactory.createURI(iri));
    }

    /** A thing or a value. */
    public Thing thing(Node node) {
        return new Thing(this, node);
    }

    Addresses addresses() {
        return addresses;
    }

    Optional<Node> label(Node node) {
        return labels.computeIfAbsent(node, this::read);
    }

    private Optional<Node> read(Node node) {
        return isOwn(node) ? Wording.name(own, node, language) : Wording.name(others, node, language);
    }

    private boolean isOwn(Node node) {
        return node.isURI()
                && !subject.isEmpty()
                && (node.getURI().equals(subject) || node.getURI().startsWith(subject + "#"));
    }

    /** Notes that the page has told what {@code property} says of its subject. */
    void tell(Node node, List<Node> properties) {
        if (node.isURI() && node.getURI().equals(subject)) {
            told.addAll(properties);
        }
    }

    /** What was noted. */
    Set<Node> told() {
        return told;
    }

    /** All that the page's own document says of one subject. */
    List<Triple> own(Node node) {
        return own.find(node, Node.ANY, Node.ANY).toList();
    }

    /** Adds at most {@code limit} of the nodes that a property leads to, or comes from. */
    void follow(Node node, Node property, boolean isBack, int limit, Set<Node> into) {
        List<Graph> graphs = !isBack && isOwn(node) ? List.of(own) : others;
        for (Graph graph : node.isLiteral() && !isBack ? List.<Graph>of() : graphs) {
            ExtendedIterator<Triple> found =
                    isBack ? graph.find(Node.ANY, property, node) : graph.find(node, property, Node.ANY);
            try {
                for (int left = limit; left > 0 && found.hasNext(); left--) {
                    Triple triple = found.next();
                    into.add(isBack ? triple.getSubject() : triple.getObject());
                }
            } finally {
                found.close();
            }
        }
    }

    /**
     * What a part is a part of: the entity of {@code …#grant}; of what a record names, {@code record/…#project} of
     * {@code record/…#project.grant}, for a thing without identifiers is a thing of its own.
     */
    Node owner(Node node) {
        int hash = node.isURI() ? node.getURI().indexOf('#') : -1;
        if (hash < 0) {
            return node;
        }
        int end = addresses.kind(node.getURI()).equals("record") ? node.getURI().indexOf('.', hash) : hash;
        return end < 0 ? node : NodeFactory.createURI(node.getURI().substring(0, end));
    }
}
