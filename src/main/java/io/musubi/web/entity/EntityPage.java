package io.musubi.web.entity;

import io.musubi.graph.LeasedDataset;
import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.model.Document;
import io.musubi.model.Kind;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Graphs;
import io.musubi.web.page.Pages;
import io.musubi.web.thing.Described;
import io.musubi.web.thing.Reading;
import io.musubi.web.thing.Thing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;

/** A document as a page: the template of its kind, with what only Java can find out. */
final class EntityPage {
    private static final int ON_A_PAGE = 50;
    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::segment).toList();

    private final String base;
    private final LeasedDataset dataset;
    private final Snapshot snapshot;
    private final Exchange exchange;

    /**
     * For one request.
     *
     * @param dataset within a read transaction
     */
    EntityPage(String base, LeasedDataset dataset, Snapshot snapshot, Exchange exchange) {
        this.base = base;
        this.dataset = dataset;
        this.snapshot = snapshot;
        this.exchange = exchange;
    }

    /** The page, as markup. */
    String fill(Lookup.Found found) {
        Document document = found.document();
        Graph triples = Graphs.of(document.triples());
        Reading reading = Reading.of(base, dataset, exchange, document.iri(), triples);
        Thing thing = reading.subject();
        List<Linked> links = Linked.of(document.type(), thing);
        Map<String, Object> model = new HashMap<>();
        model.put("thing", thing);
        model.put("kind", document.type());
        String manner = exchange.query().first("of").orElse("");
        if (!manner.isEmpty()) {
            return list(model, links, manner);
        }
        model.put("links", links);
        model.put("changed", found.changed().time().toString());
        model.put("creators", thing.creators());
        model.put("citation", Citation.of(thing));
        model.put("schema", SchemaOrg.of(document.type(), thing));
        Voices voices = Voices.of(thing, triples, snapshot);
        model.put("voices", voices);
        model.put("findings", voices.findings());
        model.put("described", Described.all(reading, triples));
        model.put("said", said(Graphs.of(document.said())));
        model.put("records", count(document));
        model.put("syntaxes", Syntax.values());
        return Pages.fill(exchange, dataset.state(), "entity/" + document.type(), model);
    }

    /** The things that a record describes, as it alone does; the one it is about first. */
    private List<Thing> said(Graph said) {
        return said.find().toList().stream()
                .map(triple -> triple.getSubject().getURI().replaceFirst("#.*", ""))
                .distinct()
                .map(iri -> Reading.of(base, dataset, exchange, iri, said).subject())
                .sorted(Comparator.comparingInt((Thing it) -> KINDS.indexOf(it.kind()))
                        .thenComparing(Thing::iri))
                .toList();
    }

    /** How many records a source has here. */
    private long count(Document document) {
        return document.type().equals("catalog")
                ? snapshot.count(
                        "record", base + "record" + document.iri().substring((base + "catalog").length()) + "/")
                : 0;
    }

    /** One of the links in full. */
    private String list(Map<String, Object> model, List<Linked> links, String manner) {
        Linked linked = links.stream()
                .filter(it -> it.name().equals(manner))
                .findFirst()
                .orElseThrow(() ->
                        Problems.notFound(exchange.path() + "?of=" + manner).exception());
        int size = linked.things().size();
        int from = Math.min(exchange.number("from", 0), size);
        model.put("linked", linked);
        model.put("things", linked.things().subList(from, Math.min(from + ON_A_PAGE, size)));
        model.put("from", from);
        model.put("earlier", from == 0 ? -1 : Math.max(0, from - ON_A_PAGE));
        model.put("later", from + ON_A_PAGE < size ? from + ON_A_PAGE : -1);
        return Pages.fill(exchange, dataset.state(), "entity/linked", model);
    }
}
