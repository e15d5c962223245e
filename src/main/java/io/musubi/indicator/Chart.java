package io.musubi.indicator;

import java.util.Optional;

/**
 * What a chart shows.
 *
 * @param kind of chart
 * @param by the dimension that has a bar for each value; empty for one bar of all
 * @param series the dimension whose values divide a bar; of {@link Kind#STACKED} only
 * @param measure what a bar's length shows; not of {@link Kind#SHARES}, which shows the shares
 */
public record Chart(Kind kind, Optional<String> by, Optional<String> series, Optional<String> measure) {
    /** The kinds of chart. */
    public enum Kind {
        /** A bar for each value. */
        BARS,
        /** A bar for each value, divided by another dimension. */
        STACKED,
        /** A bar of full width for each value and share, divided in numerator, unknown and the rest. */
        SHARES
    }
}
