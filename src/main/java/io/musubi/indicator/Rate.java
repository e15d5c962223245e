package io.musubi.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A share of one row, never without what it is a share of.
 *
 * @param share which one
 * @param numerator the cell above the line
 * @param denominator the cell below it
 * @param unknown the cell of those without the needed field
 */
public record Rate(Share share, Cell numerator, Cell denominator, Optional<Cell> unknown) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Rate of(Indicator indicator, Row row, Share share) {
        return new Rate(
                share,
                cell(indicator, row, share.numerator()),
                cell(indicator, row, share.denominator()),
                share.unknown().map(it -> cell(indicator, row, it)));
    }

    private static Cell cell(Indicator indicator, Row row, String measure) {
        return row.cells().get(indicator.index(measure));
    }

    /** In percent, rounded half up to one place; empty where a number is missing or nothing is there to share. */
    public Optional<BigDecimal> percent() {
        if (numerator.number().isEmpty() || denominator.number().orElse(0) == 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(numerator.number().getAsLong())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(denominator.number().getAsLong()), 1, RoundingMode.HALF_UP));
    }
}
