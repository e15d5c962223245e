package io.musubi.cli;

import io.musubi.indicator.Cell;
import io.musubi.indicator.Figures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.Rate;
import io.musubi.indicator.Row;
import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** An indicator's figures for a terminal. */
final class IndicatorText {
    private static final Text TOTAL = new Text("全体", "All");
    private static final Text HIDDEN = new Text("秘匿", "hidden");

    private final Figures figures;
    private final Indicator indicator;
    private final String language;

    IndicatorText(Figures figures, String language) {
        this.figures = figures;
        this.indicator = figures.indicator();
        this.language = language;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(indicator.title().in(language));
        lines.add(indicator.definition().in(language));
        lines.add("");
        lines.addAll(table());
        lines.add("");
        indicator.caveats().forEach(it -> lines.add("* " + it.in(language)));
        lines.add(figures.asOf() + "  " + figures.state().id());
        return lines;
    }

    private List<String> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        figures.rows()
                .forEach(row -> rows.add(cells(
                        row.values().stream().map(it -> it.label().in(language)).toList(), row)));
        figures.total()
                .ifPresent(row -> rows.add(cells(
                        indicator.dimensions().stream()
                                .map(it -> TOTAL.in(language))
                                .toList(),
                        row)));
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row ->
                IntStream.range(0, widths.length).forEach(i -> widths[i] = Math.max(widths[i], width(row.get(i)))));
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        indicator.dimensions().forEach(it -> header.add(it.label().in(language)));
        indicator.measures().forEach(it -> header.add(it.label().in(language)));
        indicator.shares().forEach(it -> header.add(it.label().in(language)));
        return header;
    }

    private List<String> cells(List<String> labels, Row row) {
        List<String> cells = new ArrayList<>(labels);
        row.cells().forEach(it -> cells.add(number(it)));
        for (Rate rate : figures.rates(row)) {
            cells.add(rate.percent().map(it -> it + " %").orElse("-"));
        }
        return cells;
    }

    private String number(Cell cell) {
        return cell.number().isPresent()
                ? Long.toString(cell.number().getAsLong())
                : cell.status() == Cell.Status.SUPPRESSED ? HIDDEN.in(language) : "-";
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
        }
        return line.toString().stripTrailing();
    }

    /** Columns on a terminal: two for each East Asian character. */
    private static int width(String text) {
        return text.codePoints().map(it -> it >= 0x2e80 && it < 0x20000 ? 2 : 1).sum();
    }
}
