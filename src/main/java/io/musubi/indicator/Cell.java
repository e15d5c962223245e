package io.musubi.indicator;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * One number of a table, or why there is none.
 *
 * @param number the number
 * @param status what it is, or why it is not there
 */
public record Cell(OptionalLong number, Status status) {
    /** What a cell is. */
    public enum Status {
        /** Counted in the graph. */
        COUNTED,
        /** Stated by a reference table. */
        STATED,
        /** The reference table's source does not state it. */
        NOT_STATED,
        /** So few persons that they could be recognised. */
        SUPPRESSED;

        /** As JSON and CSV spell it: {@code not-stated}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final Cell HIDDEN = new Cell(OptionalLong.empty(), Status.SUPPRESSED);
    static final Cell UNSTATED = new Cell(OptionalLong.empty(), Status.NOT_STATED);

    static Cell counted(long number) {
        return new Cell(OptionalLong.of(number), Status.COUNTED);
    }

    static Cell stated(long number) {
        return new Cell(OptionalLong.of(number), Status.STATED);
    }
}
