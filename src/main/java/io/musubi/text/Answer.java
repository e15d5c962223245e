package io.musubi.text;

import io.musubi.model.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a {@link Question}.
 *
 * @param state the journal's state it shows
 * @param total how many things match
 * @param hits of this page, best first; those found by an identifier before all others
 * @param facets how many match for each value, most first, as if nothing had been chosen of that facet
 * @param next leads to the next page; empty on the last
 * @param isCut whether the question was so long that its end was left out
 */
public record Answer(
        State state, long total, List<Hit> hits, Map<Facet, List<Count>> facets, Optional<String> next, boolean isCut) {
    /**
     * A value of a facet.
     *
     * @param value as {@link Facet} says
     * @param count how many match
     */
    public record Count(String value, long count) {}

    /**
     * A thing found.
     *
     * @param iri of the thing
     * @param kind the path segment of its kind
     * @param isExact whether what was asked for is one of its identifiers
     * @param title in the reader's language where there is one; the IRI where there is none
     * @param snippet of its description, keywords or related names, where the words are; may be empty
     * @param by names of those who made it or stand behind it, at most four
     * @param date of issue, else of listing; {@code 2024}, {@code 2024-03} or {@code 2024-03-31}
     * @param access as {@link Facet#ACCESS}
     */
    public record Hit(
            String iri,
            String kind,
            boolean isExact,
            List<Piece> title,
            List<Piece> snippet,
            List<String> by,
            Optional<String> date,
            Optional<String> access) {}

    /**
     * A piece of a text.
     *
     * @param isHit whether it is what was looked for
     */
    public record Piece(String text, boolean isHit) {}
}
