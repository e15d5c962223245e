package io.musubi.indicator;

import io.musubi.model.State;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * An indicator's numbers at one state of the graph.
 *
 * @param indicator whose numbers
 * @param state of the graph
 * @param rows of the table
 * @param total of the table, each thing counted once; none where it would say nothing, nor of a reference table, which
 *     cannot be summed
 * @param bars the groups that the chart shows: a value of {@link Chart#by()} and of {@link Chart#series()}
 */
public record Figures(Indicator indicator, State state, List<Row> rows, Optional<Row> total, List<Row> bars) {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** Takes immutable copies. */
    public Figures {
        rows = List.copyOf(rows);
        bars = List.copyOf(bars);
    }

    /** The day, in Japan, of the state. */
    public LocalDate asOf() {
        return LocalDate.ofInstant(state.time(), JAPAN);
    }

    /** The shares of a row. */
    public List<Rate> rates(Row row) {
        return indicator.shares().stream()
                .map(share -> Rate.of(indicator, row, share))
                .toList();
    }
}
