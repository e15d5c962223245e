package io.musubi.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reader's question.
 *
 * @param text words, all of which must be found; "in quotes" as a phrase; empty: everything
 * @param chosen narrowed to these values of facets; of one facet any will do
 * @param after the {@link Answer#next()} of the answer before, which gives the next page; an unreadable one is none
 * @param size of a page
 * @param language in which titles and texts are shown where they are there in it: {@code ja} or {@code en}
 */
public record Question(
        String text, Map<Facet, List<String>> chosen, Optional<String> after, int size, String language) {
    /** Takes an immutable copy. */
    public Question {
        chosen = Map.copyOf(chosen);
    }
}
