package io.musubi.web.query;

import io.musubi.graph.GraphStore;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Pages;
import io.musubi.web.page.Words;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /query}: the page where queries are written and run. {@code ?example=<name>} shows an example, {@code ?query=…} a
 * query that somebody shared.
 */
public final class QueryDoor implements Door {
    private static final String FIRST = "SELECT ?kind (COUNT(?thing) AS ?count)\nWHERE { ?thing a ?kind }\n"
            + "GROUP BY ?kind\nORDER BY DESC(?count)\n";

    private final String base;
    private final GraphStore graph;
    private final Limits limits;
    private final Examples examples;

    /**
     * Makes the door.
     *
     * @param base the base IRI, which ends with a slash
     */
    public QueryDoor(String base, GraphStore graph, Limits limits, Examples examples) {
        this.base = base;
        this.graph = graph;
        this.limits = limits;
        this.examples = examples;
    }

    /** An example as the page lists it. */
    private record Listed(String name, String title, String about) {}

    /** The examples for one kind of user. */
    private record Group(String title, List<Listed> examples) {}

    @Override
    public void answer(Exchange exchange) throws IOException {
        Optional<Example> example = exchange.query().first("example").map(this::example);
        String language = exchange.language();
        Map<String, Object> model = new HashMap<>();
        model.put("base", base);
        model.put("seconds", limits.time().toSeconds());
        model.put("groups", groups(language));
        model.put("example", example.map(it -> listed(it, language)).orElse(new Listed("", "", "")));
        model.put("shared", exchange.query().has("query"));
        model.put(
                "query",
                exchange.query()
                        .first("query")
                        .orElseGet(() -> example.map(it -> it.in(language)).orElse(FIRST)));
        Pages.send(exchange, graph.state(), "query/query", model);
    }

    private Example example(String name) {
        return examples.named(name)
                .orElseThrow(() -> Problems.notFound("/query?example=" + name).exception());
    }

    private List<Group> groups(String language) {
        return Arrays.stream(Audience.values())
                .map(audience -> new Group(
                        Words.of("query", "for." + audience.key()).in(language),
                        examples.of(audience).stream()
                                .map(it -> listed(it, language))
                                .toList()))
                .filter(group -> !group.examples().isEmpty())
                .toList();
    }

    private static Listed listed(Example example, String language) {
        return new Listed(
                example.name(), example.title().in(language), example.about().in(language));
    }
}
