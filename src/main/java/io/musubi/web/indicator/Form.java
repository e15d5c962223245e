package io.musubi.web.indicator;

import io.musubi.rdf.Syntax;
import io.musubi.web.http.Accept;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.GraphFormats;
import io.musubi.web.http.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form in which something is shown. */
sealed interface Form {
    /** Plain JSON. */
    record Json() implements Form {}

    /** CSV. */
    record Csv() implements Form {}

    /** A page for people. */
    record Page() implements Form {}

    /** RDF. */
    record Data(Syntax syntax) implements Form {}

    /** Plain JSON before JSON-LD, which also answers to {@code application/json}. */
    private static List<Accept.Offer<Form>> plain() {
        return List.of(
                new Accept.Offer<>(new Json(), List.of("application/json"), List.of("json")),
                new Accept.Offer<>(new Page(), List.of("text/html", "application/xhtml+xml"), List.of("html")),
                new Accept.Offer<>(new Csv(), List.of("text/csv"), List.of("csv")));
    }

    private static List<Accept.Offer<Form>> withData() {
        List<Accept.Offer<Form>> offers = new ArrayList<>(plain());
        GraphFormats.offers()
                .forEach(it -> offers.add(new Accept.Offer<>(new Data(it.value()), it.mediaTypes(), it.names())));
        return offers;
    }

    /** What is asked for of a table. */
    static Form ofTable(Exchange exchange) {
        return choose(exchange, withData());
    }

    /** What is asked for of a list, which is no cube. */
    static Form ofList(Exchange exchange) {
        return choose(exchange, plain());
    }

    private static Form choose(Exchange exchange, List<Accept.Offer<Form>> offers) {
        return exchange.choose(offers)
                .orElseThrow(() -> Problems.notAcceptable(offers.stream()
                                .map(it -> it.mediaTypes().getFirst())
                                .collect(Collectors.joining(", ")))
                        .exception());
    }

    /** The form of a file extension. */
    static Optional<Form> extension(String extension) {
        return withData().stream()
                .filter(it -> it.names().contains(extension))
                .map(Accept.Offer::value)
                .findFirst();
    }

    /** A name for tags. */
    default String tag() {
        return switch (this) {
            case Json json -> "json";
            case Csv csv -> "csv";
            case Page page -> "html";
            case Data data -> data.syntax().extension();
        };
    }
}
