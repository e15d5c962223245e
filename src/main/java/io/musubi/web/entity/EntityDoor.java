package io.musubi.web.entity;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.journal.Journal;
import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.model.Document;
import io.musubi.model.Hash;
import io.musubi.model.Key;
import io.musubi.model.State;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Graphs;
import io.musubi.web.page.Pages;
import io.musubi.web.page.Variant;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.query.TxnType;

/** The entities, records and catalogues, each under its own IRI: from the journal's latest version of its document. */
public final class EntityDoor implements Door {
    private final String base;
    private final Journal journal;
    private final GraphStore graph;

    /**
     * Opens it.
     *
     * @param base of our IRIs
     */
    public EntityDoor(String base, Journal journal, GraphStore graph) {
        this.base = base;
        this.journal = journal;
        this.graph = graph;
    }

    /** What was looked up: under which path, and the variant that an extension asked for. */
    private record Hit(String path, Lookup lookup, Optional<Variant> variant) {}

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.response().addHeader("Vary", "Accept, Accept-Language");
        State state;
        Hit hit;
        try (Snapshot snapshot = journal.snapshot()) {
            state = snapshot.state();
            hit = find(snapshot, exchange.path().substring(1));
        }
        switch (hit.lookup()) {
            case Lookup.Found found -> show(exchange, state, hit, found);
            case Lookup.Moved moved -> lead(exchange, state, moved.to());
            case Lookup.Gone gone -> mourn(exchange, state, hit, gone);
            case Lookup.Unknown unknown ->
                throw Problems.notFound(exchange.path()).exception();
        }
    }

    /** The exact IRI first, then its usual spelling, then without an extension. */
    private Hit find(Snapshot snapshot, String path) {
        Hit exact = new Hit(path, snapshot.lookup(base + path), Optional.empty());
        if (!(exact.lookup() instanceof Lookup.Unknown)) {
            return exact;
        }
        String usual = usual(path);
        if (!usual.equals(path)) {
            Hit hit = find(snapshot, usual);
            return hit.lookup() instanceof Lookup.Found found
                    ? new Hit(usual, new Lookup.Moved(found.document().iri()), Optional.empty())
                    : hit;
        }
        int dot = path.lastIndexOf('.');
        Optional<Variant> variant = dot < 0 ? Optional.empty() : Variant.extension(path.substring(dot + 1));
        return variant.isEmpty()
                ? exact
                : new Hit(path.substring(0, dot), snapshot.lookup(base + path.substring(0, dot)), variant);
    }

    /** The path as our own IRIs are encoded, whatever the caller encoded. */
    private static String usual(String path) {
        try {
            String plain = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return plain.contains("%") ? path : Key.encode(plain);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private void show(Exchange exchange, State state, Hit hit, Lookup.Found found) throws IOException {
        Document document = found.document();
        Variant variant = hit.variant().orElseGet(() -> Variant.choose(exchange));
        exchange.response()
                .setDateHeader("Last-Modified", found.changed().time().toEpochMilli());
        alternates(exchange, hit.path());
        switch (variant) {
            case Variant.Data data -> {
                if (isNews(exchange, state, document, variant.tag())) {
                    Graphs.send(exchange, Graphs.of(document.triples(), document.said()), data.syntax());
                }
            }
            case Variant.Page page -> page(exchange, found);
        }
    }

    /** A page also shows what others say: it is as new as the graph. */
    private void page(Exchange exchange, Lookup.Found found) throws IOException {
        LeasedDataset dataset = graph.dataset();
        State shown;
        String page = "";
        dataset.begin(TxnType.READ);
        try (Snapshot snapshot = journal.snapshot()) {
            shown = dataset.state();
            if (isNews(exchange, shown, found.document(), Variant.HTML + exchange.language() + shown.id())) {
                page = new EntityPage(base, dataset, snapshot, exchange).fill(found);
            }
        } finally {
            dataset.end();
        }
        if (!page.isEmpty()) {
            Pages.send(exchange, shown, page);
        }
    }

    private static boolean isNews(Exchange exchange, State state, Document document, String tag) {
        String content = Hash.of(document.triples() + document.said()).shortHex();
        if (Conditional.isKnown(exchange.request(), exchange.response(), state, content, tag)) {
            return false;
        }
        Conditional.mark(exchange.response(), state, content, tag);
        return true;
    }

    private void alternates(Exchange exchange, String path) {
        for (Syntax syntax : Syntax.values()) {
            exchange.response()
                    .addHeader(
                            "Link",
                            "<" + base + path + "." + syntax.extension() + ">; rel=\"alternate\"; type=\""
                                    + syntax.mediaType() + "\"");
        }
        exchange.response().addHeader("Link", "<" + base + path + ">; rel=\"canonical\"");
    }

    private void lead(Exchange exchange, State state, String to) {
        exchange.response().setHeader(Conditional.STATE, state.id());
        exchange.seeOther(base, to.substring(base.length()));
    }

    private void mourn(Exchange exchange, State state, Hit hit, Lookup.Gone gone) throws IOException {
        Variant variant = hit.variant().orElseGet(() -> Variant.choose(exchange));
        exchange.response().setHeader(Conditional.STATE, state.id());
        exchange.response().setStatus(410);
        Tombstone tombstone = new Tombstone(base + hit.path(), gone);
        switch (variant) {
            case Variant.Data data -> Graphs.send(exchange, tombstone.graph(), data.syntax());
            case Variant.Page page -> tombstone.send(exchange, state);
        }
    }
}
