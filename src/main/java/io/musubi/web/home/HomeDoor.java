package io.musubi.web.home;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.journal.Journal;
import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.model.State;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Pages;
import io.musubi.web.thing.Reading;
import io.musubi.web.thing.Thing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.query.TxnType;

/** {@code /}: what is in here, how much, what is new, and where to start. */
public final class HomeDoor implements Door {
    private static final List<String> KINDS =
            List.of("dataset", "work", "project", "person", "organization", "programme", "record");
    private static final int NEWEST = 6;
    private static final int SOURCES = 100;

    private final String base;
    private final Journal journal;
    private final GraphStore graph;
    private final Map<String, Filled> known = new ConcurrentHashMap<>();

    /**
     * Opens it.
     *
     * @param base of our IRIs
     */
    public HomeDoor(String base, Journal journal, GraphStore graph) {
        this.base = base;
        this.journal = journal;
        this.graph = graph;
    }

    /** The page in one language at one state: counting again for each reader would be waste. */
    private record Filled(State state, String page) {}

    /**
     * A dataset that came lately.
     *
     * @param thing it
     * @param changed when its document last changed
     */
    public record New(Thing thing, String changed) {}

    /**
     * Who delivers.
     *
     * @param thing the source
     * @param records how many of its records are public
     */
    public record Source(Thing thing, long records) {}

    @Override
    public void answer(Exchange exchange) throws IOException {
        String form = "home-" + exchange.language() + "-" + exchange.request().getQueryString();
        State state = graph.state();
        exchange.response().addHeader("Vary", "Accept-Language, Cookie");
        if (Conditional.isKnown(exchange.request(), exchange.response(), state, form)) {
            return;
        }
        Filled filled = filled(exchange, state);
        Conditional.mark(exchange.response(), filled.state(), form);
        Pages.send(exchange, filled.state(), filled.page());
    }

    /** Only the plain address is remembered: there are two of it. */
    private Filled filled(Exchange exchange, State state) {
        if (exchange.request().getQueryString() != null) {
            return fill(exchange);
        }
        Filled last = known.get(exchange.language());
        if (last == null || !last.state().equals(state)) {
            last = fill(exchange);
            known.put(exchange.language(), last);
        }
        return last;
    }

    private Filled fill(Exchange exchange) {
        LeasedDataset dataset = graph.dataset();
        dataset.begin(TxnType.READ);
        try (Snapshot snapshot = journal.snapshot()) {
            State state = dataset.state();
            Reading reading = Reading.of(base, dataset, exchange);
            Map<String, Object> model = Map.of(
                    "counts", counts(snapshot),
                    "newest", newest(reading, snapshot),
                    "sources", sources(reading, snapshot),
                    "time", state.time().toString());
            return new Filled(state, Pages.fill(exchange, state, "home/home", model));
        } finally {
            dataset.end();
        }
    }

    private static Map<String, Long> counts(Snapshot snapshot) {
        Map<String, Long> all = snapshot.counts();
        Map<String, Long> counts = new LinkedHashMap<>();
        KINDS.forEach(kind -> counts.put(kind, all.getOrDefault(kind, 0L)));
        return counts;
    }

    private static List<New> newest(Reading reading, Snapshot snapshot) {
        return snapshot.newest("dataset", NEWEST).stream()
                .map(it -> new New(
                        reading.thing(it.document().iri()), it.changed().time().toString()))
                .toList();
    }

    private List<Source> sources(Reading reading, Snapshot snapshot) {
        List<Source> sources = new ArrayList<>();
        for (Lookup.Found found : snapshot.documents("catalog", "", SOURCES)) {
            String iri = found.document().iri();
            String records = base + "record" + iri.substring((base + "catalog").length()) + "/";
            sources.add(new Source(reading.thing(iri), snapshot.count("record", records)));
        }
        return sources;
    }
}
