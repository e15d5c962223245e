package io.musubi.web.indicator;

import io.musubi.indicator.Cell;
import io.musubi.indicator.Chart;
import io.musubi.indicator.Dimension;
import io.musubi.indicator.Figures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.Rate;
import io.musubi.indicator.Row;
import io.musubi.indicator.Value;
import io.musubi.model.Text;
import io.musubi.web.page.Days;
import io.musubi.web.page.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The geometry of a chart of horizontal bars; a template draws it. Lengths are in percent of the width, so that text
 * keeps its size on a phone.
 *
 * @param bars from top to bottom
 * @param legend what the parts of a bar mean; empty where a bar has one part
 * @param height in pixels
 * @param more how many bars had no room
 */
record BarChart(List<Bar> bars, List<Key> legend, int height, int more) {
    private static final int MOST = 40;
    private static final int STEP = 46;
    private static final int PARTS = 6;
    private static final String AREA = "indicator";

    /**
     * A bar.
     *
     * @param label what it is of
     * @param told its number in words
     * @param text where its text stands, in pixels
     * @param top where it begins, in pixels
     * @param parts from left to right
     */
    public record Bar(String label, String told, int text, int top, List<Part> parts) {}

    /**
     * A part of a bar.
     *
     * @param x where it begins
     * @param width how long it is
     * @param look the number of its colour and pattern, from 1
     * @param told what it says
     */
    public record Part(String x, String width, int look, String told) {}

    /** What a look means. */
    public record Key(int look, String label) {}

    /** The chart of an indicator's figures. */
    static BarChart of(Figures figures, String language) {
        return new Drawing(figures, language).draw();
    }

    /** A length that a part shows. */
    private record Length(int look, String label, long number) {}

    private static final class Drawing {
        private final Figures figures;
        private final Indicator indicator;
        private final Chart chart;
        private final String language;
        private final List<Bar> bars = new ArrayList<>();
        private int left;

        Drawing(Figures figures, String language) {
            this.figures = figures;
            this.indicator = figures.indicator();
            this.chart = indicator.chart();
            this.language = language;
        }

        BarChart draw() {
            List<Key> legend = chart.kind() == Chart.Kind.SHARES ? shares() : numbers();
            return new BarChart(bars, legend.size() > 1 ? legend : List.of(), bars.size() * STEP + 4, left);
        }

        private void bar(String label, String told, List<Length> lengths, long whole) {
            if (bars.size() == MOST) {
                left++;
                return;
            }
            List<Part> parts = new ArrayList<>();
            long from = 0;
            for (Length it : lengths) {
                if (it.number() > 0) {
                    parts.add(new Part(
                            percent(from, whole),
                            percent(it.number(), whole),
                            it.look(),
                            it.label() + ": " + count(it.number())));
                    from += it.number();
                }
            }
            int top = bars.size() * STEP;
            bars.add(new Bar(label, told, top + 16, top + 23, parts));
        }

        private static String percent(long part, long whole) {
            return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / Math.max(1, whole));
        }

        private String count(long number) {
            return Days.count(Long.toString(number), language);
        }

        private String word(String key) {
            return Words.of(AREA, key).in(language);
        }

        private String label(Row row) {
            return row.values().isEmpty()
                    ? indicator.title().in(language)
                    : row.values().getFirst().label().in(language);
        }

        /** A bar for each group and share: above the line, unknown, and the rest. */
        private List<Key> shares() {
            boolean several = indicator.shares().size() > 1;
            for (Row row : figures.bars()) {
                for (Rate rate : figures.rates(row)) {
                    String label =
                            label(row) + (several ? " · " + rate.share().label().in(language) : "");
                    bar(
                            label,
                            told(rate),
                            rate.percent().isPresent() ? lengths(rate) : List.of(),
                            rate.denominator().number().orElse(0));
                }
            }
            List<Key> legend = new ArrayList<>(List.of(new Key(1, word("chart.numerator"))));
            boolean unknown =
                    indicator.shares().stream().anyMatch(it -> it.unknown().isPresent());
            if (unknown) {
                legend.add(new Key(PARTS, word("chart.unknown")));
            }
            legend.add(new Key(2, word("chart.rest")));
            return legend;
        }

        private List<Length> lengths(Rate rate) {
            long numerator = rate.numerator().number().orElse(0);
            long unknown = rate.unknown()
                    .map(Cell::number)
                    .flatMap(it -> it.isPresent() ? Optional.of(it.getAsLong()) : Optional.empty())
                    .orElse(0L);
            long rest = rate.denominator().number().orElse(0) - numerator - unknown;
            return List.of(
                    new Length(1, word("chart.numerator"), numerator),
                    new Length(PARTS, word("chart.unknown"), unknown),
                    new Length(2, word("chart.rest"), rest));
        }

        private String told(Rate rate) {
            String fraction = told(rate.numerator()) + " / " + told(rate.denominator());
            return rate.percent().map(it -> it + " %  (" + fraction + ")").orElse(fraction);
        }

        private String told(Cell cell) {
            return cell.number().isPresent()
                    ? count(cell.number().getAsLong())
                    : word("cell." + cell.status().word());
        }

        /** A bar for each group, in parts by series. */
        private List<Key> numbers() {
            int measure = indicator.index(chart.measure().orElseThrow());
            List<Value> series = series();
            Map<String, List<Row>> groups = new LinkedHashMap<>();
            figures.bars()
                    .forEach(row -> groups.computeIfAbsent(
                                    chart.by().isEmpty()
                                            ? ""
                                            : row.values().getFirst().key(),
                                    it -> new ArrayList<>())
                            .add(row));
            long longest = groups.values().stream()
                    .mapToLong(it -> sum(it, measure))
                    .max()
                    .orElse(0);
            groups.values().forEach(rows -> {
                List<Length> lengths = rows.stream()
                        .map(row -> new Length(look(row, series), partLabel(row), number(row, measure)))
                        .toList();
                bar(label(rows.getFirst()), count(sum(rows, measure)), lengths, longest);
            });
            return series.stream()
                    .map(it -> new Key(
                            Math.min(series.indexOf(it) + 1, PARTS), it.label().in(language)))
                    .toList();
        }

        private List<Value> series() {
            if (chart.series().isEmpty()) {
                return List.of();
            }
            Dimension dimension = indicator.dimension(chart.series().get()).orElseThrow();
            Map<String, Value> byKey = new LinkedHashMap<>();
            figures.bars()
                    .forEach(row -> byKey.putIfAbsent(
                            row.values().getLast().key(), row.values().getLast()));
            return new TreeSet<>(byKey.keySet())
                    .stream()
                            .sorted(Comparator.comparingInt(dimension::place))
                            .flatMap(it -> Optional.ofNullable(byKey.get(it)).stream())
                            .toList();
        }

        private static int look(Row row, List<Value> series) {
            return series.isEmpty() ? 1 : Math.min(series.indexOf(row.values().getLast()) + 1, PARTS);
        }

        private String partLabel(Row row) {
            Text label = row.values().isEmpty()
                    ? indicator.title()
                    : row.values().getLast().label();
            return label.in(language);
        }

        private static long number(Row row, int measure) {
            return row.cells().get(measure).number().orElse(0);
        }

        private static long sum(List<Row> rows, int measure) {
            return rows.stream().mapToLong(it -> number(it, measure)).sum();
        }
    }
}
