package io.musubi.indicator;

import java.util.List;

/**
 * A row of a table.
 *
 * @param values one for each dimension
 * @param cells one for each measure
 */
public record Row(List<Value> values, List<Cell> cells) {
    /** Takes immutable copies. */
    public Row {
        values = List.copyOf(values);
        cells = List.copyOf(cells);
    }
}
