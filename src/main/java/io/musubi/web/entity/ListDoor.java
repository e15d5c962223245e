package io.musubi.web.entity;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.journal.Journal;
import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.model.State;
import io.musubi.web.http.Accept;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Pages;
import io.musubi.web.thing.Reading;
import io.musubi.web.thing.Thing;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.TxnType;

/**
 * {@code /dataset}, {@code /person} …: all things of a kind in the order of their IRIs, and {@code /record/{source}}: the
 * records of one source. Paged by key: {@code ?after=} and {@code ?before=} hold the path of a thing within the list.
 */
public final class ListDoor implements Door {
    private static final int ON_A_PAGE = 50;
    private static final List<Accept.Offer<Boolean>> OFFERS = List.of(
            new Accept.Offer<>(true, List.of("text/html", "application/xhtml+xml"), List.of("html")),
            new Accept.Offer<>(false, List.of("application/json"), List.of("json")));

    private final String base;
    private final Journal journal;
    private final GraphStore graph;

    /**
     * Opens it.
     *
     * @param base of our IRIs
     */
    public ListDoor(String base, Journal journal, GraphStore graph) {
        this.base = base;
        this.journal = journal;
        this.graph = graph;
    }

    /**
     * A page of a list.
     *
     * @param iris of its things, in order
     * @param earlier before which the page before begins; empty at the start
     * @param later after which the next page begins; empty at the end
     * @param total of the whole list
     */
    private record Slice(List<String> iris, Optional<String> earlier, Optional<String> later, long total) {}

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.response().addHeader("Vary", "Accept, Accept-Language, Cookie");
        boolean isPage = exchange.choose(OFFERS)
                .orElseThrow(() ->
                        Problems.notAcceptable("text/html, application/json").exception());
        LeasedDataset dataset = graph.dataset();
        State state;
        String body;
        dataset.begin(TxnType.READ);
        try (Snapshot snapshot = journal.snapshot()) {
            state = dataset.state();
            Reading reading = Reading.of(base, dataset, exchange);
            Slice slice = slice(snapshot, exchange);
            body = isPage
                    ? page(exchange, state, reading, slice)
                    : ListJson.of(state, reading, slice.iris(), next(slice));
        } finally {
            dataset.end();
        }
        if (isPage) {
            Pages.send(exchange, state, body);
        } else {
            exchange.response().setHeader(Conditional.STATE, state.id());
            exchange.send("application/json", body);
        }
    }

    private static String next(Slice slice) {
        return slice.later().map(it -> "?format=json&after=" + it).orElse("");
    }

    private Slice slice(Snapshot snapshot, Exchange exchange) {
        String path = exchange.path().substring(1);
        String type = path.replaceFirst("/.*", "");
        String prefix = base + path + "/";
        Optional<String> before = exchange.query().first("before").filter(it -> !it.isEmpty());
        List<String> iris = new ArrayList<>();
        if (before.isPresent()) {
            iris.addAll(iris(snapshot.documentsBefore(type, prefix + before.get(), ON_A_PAGE)));
        } else {
            String after = exchange.query().first("after").orElse("");
            iris.addAll(iris(snapshot.documents(type, prefix + after, ON_A_PAGE)));
        }
        iris.removeIf(iri -> !iri.startsWith(prefix));
        return new Slice(
                iris,
                edge(prefix, iris.stream().findFirst(), first -> snapshot.documentsBefore(type, first, 1)),
                edge(prefix, iris.stream().reduce((a, b) -> b), last -> snapshot.documents(type, last, 1)),
                type.equals(path) ? snapshot.counts().getOrDefault(type, 0L) : snapshot.count(type, prefix));
    }

    private static List<String> iris(List<Lookup.Found> found) {
        return found.stream().map(it -> it.document().iri()).toList();
    }

    /** What is beyond the end of a page. */
    private interface Beyond {
        List<Lookup.Found> of(String iri);
    }

    /** The end of a page as a key, where anything of the list is beyond it. */
    private static Optional<String> edge(String prefix, Optional<String> end, Beyond beyond) {
        return end.filter(iri -> iris(beyond.of(iri)).stream().anyMatch(it -> it.startsWith(prefix)))
                .map(iri -> URLEncoder.encode(iri.substring(prefix.length()), StandardCharsets.UTF_8));
    }

    private String page(Exchange exchange, State state, Reading reading, Slice slice) {
        String path = exchange.path().substring(1);
        Map<String, Object> model = new HashMap<>();
        model.put("kind", path.replaceFirst("/.*", ""));
        model.put("things", slice.iris().stream().map(reading::thing).toList());
        model.put("total", slice.total());
        model.put("earlier", slice.earlier().orElse(""));
        model.put("later", slice.later().orElse(""));
        model.put("sources", sources(reading, path));
        return Pages.fill(exchange, state, "entity/list", model);
    }

    /** Of the list of one source's records: the source. */
    private List<Thing> sources(Reading reading, String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return List.of();
        }
        Thing source = reading.thing(base + "catalog" + path.substring(slash));
        if (!source.isNamed()) {
            throw Problems.notFound("/" + path).exception();
        }
        return List.of(source);
    }
}
