package io.musubi.web;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.model.State;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Graphs;
import io.musubi.web.page.Labels;
import io.musubi.web.page.Prefixes;
import io.musubi.web.page.Variant;
import java.io.IOException;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * The names that stay whatever the base: ontology, code lists and shapes. {@code https://w3id.org/musubi/x} is served at
 * {@code /ontology/x}, the ontology itself at {@code /ontology}.
 */
final class FixedNames implements Door {
    /** Where all of them live. */
    static final String PLACE = "https://w3id.org/musubi/";

    private static final String DOOR = "/ontology";
    private static final Node ONTOLOGY = NodeFactory.createURI(PLACE + "ontology");

    private final String base;
    private final GraphStore graph;
    private final Labels labels;

    FixedNames(String base, GraphStore graph, Labels labels) {
        this.base = base;
        this.graph = graph;
        this.labels = labels;
    }

    /** The path, without its slash at the start, at which a fixed name is served here. */
    static String path(String iri) {
        String rest = iri.substring(PLACE.length());
        return rest.equals("ontology") || rest.startsWith("ontology#") ? rest : DOOR.substring(1) + "/" + rest;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.response().setHeader("Vary", "Accept, Accept-Language");
        String rest = exchange.path().substring(DOOR.length());
        String name = rest.isEmpty() || rest.equals("/") ? PLACE + "ontology" : PLACE + rest.substring(1);
        Graph found = find(name);
        Optional<Variant> byExtension = Optional.empty();
        int dot = name.lastIndexOf('.');
        if (found.isEmpty() && dot > PLACE.length()) {
            byExtension = Variant.extension(name.substring(dot + 1));
            name = name.substring(0, dot);
            found = byExtension.isPresent() ? find(name) : found;
        }
        if (found.isEmpty()) {
            throw Problems.notFound(exchange.path()).exception();
        }
        show(exchange, name, found, byExtension.orElseGet(() -> Variant.choose(exchange)));
    }

    private void show(Exchange exchange, String name, Graph found, Variant variant) throws IOException {
        State state = graph.state();
        exchange.response().setHeader(Conditional.STATE, state.id());
        exchange.response().addHeader("Link", "<" + name + ">; rel=\"canonical\"");
        switch (variant) {
            case Variant.Data data -> Graphs.send(exchange, found, data.syntax());
            case Variant.Page page -> new EntityPage(base, labels, exchange, name).send(found, state);
        }
    }

    /** What is said of a name and of all names below it. */
    private Graph find(String name) {
        Graph found = GraphFactory.createDefaultGraph();
        found.getPrefixMapping().setNsPrefixes(Prefixes.ALL);
        LeasedDataset dataset = graph.dataset();
        dataset.begin(TxnType.READ);
        try {
            ExtendedIterator<Triple> all = dataset.getGraph(ONTOLOGY).find();
            while (all.hasNext()) {
                Triple triple = all.next();
                if (triple.getSubject().isURI() && isOf(triple.getSubject().getURI(), name)) {
                    found.add(triple);
                }
            }
        } finally {
            dataset.end();
        }
        return found;
    }

    private static boolean isOf(String iri, String name) {
        return iri.equals(name) || iri.startsWith(name + "#") || iri.startsWith(name + "/");
    }
}
