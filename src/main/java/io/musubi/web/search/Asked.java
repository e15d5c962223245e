package io.musubi.web.search;

import io.musubi.text.Facet;
import io.musubi.text.Question;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a search: {@code q}, one for each {@link Facet} (again for a second value), {@code after}, {@code
 * size}. Makes the addresses of other searches from them.
 *
 * @param text as typed
 * @param chosen values of facets; none is empty
 * @param after the key of the page before
 * @param size of a page; 0: as usual
 */
record Asked(String text, Map<Facet, List<String>> chosen, Optional<String> after, int size) {
    private static final int USUAL = 20;
    private static final int LARGEST = 100;

    /** So many values of one facet can be chosen. */
    private static final int MOST_CHOSEN = 20;

    static Asked of(Form query) {
        Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = query.all(facet.parameter()).stream()
                    .filter(it -> !it.isEmpty())
                    .distinct()
                    .limit(MOST_CHOSEN)
                    .toList();
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        int size = query.first("size")
                .filter(it -> it.matches("[1-9][0-9]{0,3}"))
                .map(it -> Math.min(LARGEST, Integer.parseInt(it)))
                .orElse(0);
        return new Asked(query.first("q").orElse(""), chosen, query.first("after"), size);
    }

    Question question(Exchange exchange) {
        return new Question(text, chosen, after, size == 0 ? USUAL : size, exchange.language());
    }

    boolean isChosen(Facet facet, String value) {
        return chosen.getOrDefault(facet, List.of()).contains(value);
    }

    /** The first page of the search with this value chosen, or no longer chosen. */
    String toggle(Facet facet, String value) {
        Map<Facet, List<String>> other = new EnumMap<>(Facet.class);
        other.putAll(chosen);
        List<String> values = new ArrayList<>(chosen.getOrDefault(facet, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        other.put(facet, values);
        return new Asked(text, other, Optional.empty(), size).address();
    }

    /** The first page of the search by words alone. */
    String widened() {
        return new Asked(text, Map.of(), Optional.empty(), size).address();
    }

    /** The first page. */
    String first() {
        return new Asked(text, chosen, Optional.empty(), size).address();
    }

    /** The page behind {@code key}. */
    String next(String key) {
        return new Asked(text, chosen, Optional.of(key), size).address();
    }

    /** Relative to the search itself. */
    private String address() {
        StringBuilder out = new StringBuilder("?q=").append(encoded(text));
        for (Facet facet : Facet.values()) {
            chosen.getOrDefault(facet, List.of())
                    .forEach(it -> out.append('&')
                            .append(facet.parameter())
                            .append('=')
                            .append(encoded(it)));
        }
        if (size > 0) {
            out.append("&size=").append(size);
        }
        after.ifPresent(it -> out.append("&after=").append(encoded(it)));
        return out.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
