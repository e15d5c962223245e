package io.musubi.web.page;

import io.musubi.rdf.Syntax;
import io.musubi.web.http.Accept;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.GraphFormats;
import io.musubi.web.http.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The variant in which something is shown: a graph syntax, or a page. */
public sealed interface Variant {
    /** As data. */
    record Data(Syntax syntax) implements Variant {}

    /** As a page for people. */
    record Page() implements Variant {}

    /** The page's extension. */
    String HTML = "html";

    /** The variant asked for, Turtle where nothing is; 406 when there is none. */
    static Variant choose(Exchange exchange) {
        List<Accept.Offer<Variant>> offers = offers();
        return exchange.choose(offers)
                .orElseThrow(() -> Problems.notAcceptable(offers.stream()
                                .map(offer -> offer.mediaTypes().get(0))
                                .collect(Collectors.joining(", ")))
                        .exception());
    }

    private static List<Accept.Offer<Variant>> offers() {
        List<Accept.Offer<Variant>> offers = new ArrayList<>();
        GraphFormats.offers()
                .forEach(offer ->
                        offers.add(new Accept.Offer<>(new Data(offer.value()), offer.mediaTypes(), offer.names())));
        offers.add(new Accept.Offer<>(new Page(), List.of("text/html", "application/xhtml+xml"), List.of(HTML)));
        return offers;
    }

    /** The variant of a file extension. */
    static Optional<Variant> extension(String extension) {
        if (extension.equals(HTML)) {
            return Optional.of(new Page());
        }
        for (Syntax syntax : Syntax.values()) {
            if (syntax.extension().equals(extension)) {
                return Optional.of(new Data(syntax));
            }
        }
        return Optional.empty();
    }

    /** A name for tags. */
    default String tag() {
        return switch (this) {
            case Data data -> data.syntax().extension();
            case Page page -> HTML;
        };
    }
}
