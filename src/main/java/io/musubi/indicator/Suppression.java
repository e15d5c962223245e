package io.musubi.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Hides numbers of so few persons that they could be recognised: those below {@link #FEWEST}, the other numbers of
 * persons in the same row, and where that leaves one hidden row, which the total would give away, the smallest other
 * one too.
 */
final class Suppression {
    /** So many persons may be shown. */
    static final long FEWEST = 5;

    private final List<Measure> measures;

    Suppression(List<Measure> measures) {
        this.measures = measures;
    }

    List<Row> apply(List<Row> rows) {
        if (measures.stream().noneMatch(Measure::isPersons)) {
            return rows;
        }
        List<Row> few = rows.stream().filter(this::isFew).toList();
        Predicate<Row> hidden = few::contains;
        if (few.size() == 1) {
            Row next = rows.stream()
                    .filter(hidden.negate())
                    .filter(it -> persons(it) > 0)
                    .min(Comparator.comparingLong(this::persons))
                    .orElse(few.getFirst());
            hidden = hidden.or(next::equals);
        }
        Predicate<Row> all = hidden;
        return rows.stream().map(it -> all.test(it) ? hide(it) : it).toList();
    }

    private boolean isFew(Row row) {
        return cells(row).anyMatch(it -> it > 0 && it < FEWEST);
    }

    private long persons(Row row) {
        return cells(row).max().orElse(0);
    }

    private LongStream cells(Row row) {
        return IntStream.range(0, measures.size())
                .filter(i -> measures.get(i).isPersons())
                .mapToObj(i -> row.cells().get(i).number())
                .flatMapToLong(OptionalLong::stream);
    }

    private Row hide(Row row) {
        List<Cell> cells = IntStream.range(0, measures.size())
                .mapToObj(i ->
                        measures.get(i).isPersons() ? Cell.HIDDEN : row.cells().get(i))
                .toList();
        return new Row(row.values(), cells);
    }
}
