package io.musubi.web.terms;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.model.State;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Graphs;
import io.musubi.web.page.Pages;
import io.musubi.web.page.Prefixes;
import io.musubi.web.page.Variant;
import io.musubi.web.thing.Described;
import io.musubi.web.thing.Reading;
import io.musubi.web.thing.Thing;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * The names that stay whatever the base: ontology, code lists and shapes. {@code https://w3id.org/musubi/x} is served at
 * {@code /ontology/x}, the ontology itself at {@code /ontology}.
 */
public final class FixedNames implements Door {
    /** Where all of them live. */
    private static final String PLACE = "https://w3id.org/musubi/";

    private static final String DOOR = "/ontology";

    private final String base;
    private final GraphStore graph;

    /**
     * Opens it.
     *
     * @param base of our other IRIs
     */
    public FixedNames(String base, GraphStore graph) {
        this.base = base;
        this.graph = graph;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.response().addHeader("Vary", "Accept, Accept-Language");
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
            case Variant.Page page -> page(exchange, name, found);
        }
    }

    private void page(Exchange exchange, String name, Graph found) throws IOException {
        LeasedDataset dataset = graph.dataset();
        State state;
        String page;
        dataset.begin(TxnType.READ);
        try {
            state = dataset.state();
            Reading reading = Reading.of(base, dataset, exchange, name, found);
            page = Pages.fill(exchange, state, "terms/term", model(reading, dataset.getDefaultGraph(), found));
        } finally {
            dataset.end();
        }
        Pages.send(exchange, state, page);
    }

    private static Map<String, Object> model(Reading reading, Graph documents, Graph found) {
        List<Described> described = Described.all(reading, found);
        Thing thing = reading.subject();
        Map<String, Object> model = new HashMap<>();
        model.put("thing", thing);
        model.put("described", described);
        model.put(
                "members",
                described.stream()
                        .map(Described::subject)
                        .filter(it -> !it.equals(thing) && it.isNamed())
                        .toList());
        model.put(
                "schemes",
                reading.thing("http://www.w3.org/2004/02/skos/core#ConceptScheme")
                        .all("^rdf:type"));
        model.put("uses", Uses.of(reading, documents, thing));
        model.put("syntaxes", Syntax.values());
        return model;
    }

    /** What is said of a name and of all names below it. */
    private Graph find(String name) {
        Graph found = GraphFactory.createDefaultGraph();
        found.getPrefixMapping().setNsPrefixes(Prefixes.ALL);
        LeasedDataset dataset = graph.dataset();
        dataset.begin(TxnType.READ);
        try {
            ExtendedIterator<Triple> all = dataset.ontology().find();
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
