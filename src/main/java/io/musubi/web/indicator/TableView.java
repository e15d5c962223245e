package io.musubi.web.indicator;

import io.musubi.indicator.Cell;
import io.musubi.indicator.Dimension;
import io.musubi.indicator.Figures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.Rate;
import io.musubi.indicator.Row;
import io.musubi.indicator.Value;
import io.musubi.web.page.Days;
import io.musubi.web.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table as a template shows it.
 *
 * @param labels heads of the columns that say what a row is of
 * @param numbers heads of the columns of numbers
 * @param rows in order, at most {@link #MOST}
 * @param total the last row; empty where there is none
 * @param more how many rows were left out
 */
record TableView(List<String> labels, List<String> numbers, List<Line> rows, List<Line> total, int more) {
    private static final int MOST = 500;

    /** A row. */
    public record Line(List<Item> labels, List<Item> numbers) {}

    /** Text with a link, which may be empty. */
    public record Item(String text, String link) {}

    static TableView of(Figures figures, String language, Links links) {
        return new Filling(figures, language, links).table();
    }

    private record Filling(Figures figures, String language, Links links) {
        TableView table() {
            Indicator indicator = figures.indicator();
            List<Line> rows = figures.rows().stream()
                    .limit(MOST)
                    .map(row -> line(
                            row,
                            indicator.dimensions(),
                            row.values().stream().map(this::label).toList()))
                    .toList();
            List<Line> total = figures.total().stream()
                    .map(row -> line(row, List.of(), totalLabels(indicator)))
                    .toList();
            return new TableView(
                    indicator.dimensions().stream()
                            .map(it -> it.label().in(language))
                            .toList(),
                    Stream.concat(
                                    indicator.measures().stream()
                                            .map(it -> it.label().in(language)),
                                    indicator.shares().stream()
                                            .map(it -> it.label().in(language)))
                            .toList(),
                    rows,
                    total,
                    figures.rows().size() - rows.size());
        }

        private Item label(Value value) {
            return new Item(value.label().in(language), links.to(value));
        }

        private List<Item> totalLabels(Indicator indicator) {
            return indicator.dimensions().stream()
                    .map(it -> new Item(Words.of("indicator", "total").in(language), ""))
                    .limit(1)
                    .toList();
        }

        private Line line(Row row, List<Dimension> by, List<Item> labels) {
            List<Item> numbers = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                numbers.add(number(row, by, i));
            }
            figures.rates(row).forEach(it -> numbers.add(rate(it)));
            return new Line(labels, numbers);
        }

        private Item number(Row row, List<Dimension> by, int at) {
            Cell cell = row.cells().get(at);
            boolean opens = cell.status() == Cell.Status.COUNTED;
            String measure = figures.indicator().measures().get(at).name();
            return new Item(
                    told(cell, language), opens ? links.records(figures.indicator(), measure, by, row.values()) : "");
        }

        private Item rate(Rate rate) {
            return new Item(rate.percent().map(it -> it + " %").orElse("–"), "");
        }
    }

    /** A number, or why there is none. */
    static String told(Cell cell, String language) {
        return cell.number().isPresent()
                ? Days.count(Long.toString(cell.number().getAsLong()), language)
                : Words.of("indicator", "cell." + cell.status().word()).in(language);
    }
}
