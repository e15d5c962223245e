package io.musubi.indicator;

import io.musubi.table.SpreadsheetCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Figures and lists as CSV. */
public final class CsvForm {
    private CsvForm() {}

    /**
     * The table: for each dimension its value (nothing where none is stated) and its label, the measures, the shares in
     * percent; then state and date. The total has no row, so that summing a column does not count twice.
     *
     * @param language of the labels
     */
    public static String of(Figures figures, String language) {
        Indicator indicator = figures.indicator();
        List<String> header = new ArrayList<>();
        indicator.dimensions().forEach(it -> header.addAll(List.of(it.name(), it.name() + "_label")));
        header.addAll(indicator.measureNames());
        indicator.shares().forEach(it -> header.add(it.name() + "_percent"));
        header.addAll(List.of("status", "state", "as_of"));
        List<List<String>> lines = new ArrayList<>(List.of(header));
        figures.rows().forEach(row -> lines.add(line(figures, row, language)));
        return lines(lines);
    }

    private static List<String> line(Figures figures, Row row, String language) {
        List<String> line = new ArrayList<>();
        row.values().forEach(it -> line.addAll(List.of(it.key(), it.label().in(language))));
        row.cells().forEach(it -> line.add(number(it)));
        figures.rates(row)
                .forEach(it -> line.add(it.percent().map(Object::toString).orElse("")));
        line.add(row.cells().stream()
                .map(it -> it.status().word())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" ")));
        line.addAll(List.of(figures.state().id(), figures.asOf().toString()));
        return line;
    }

    /** Values and measures alone, the total first with stars: what examples expect. */
    static String plain(Figures figures) {
        Indicator indicator = figures.indicator();
        List<List<String>> lines = new ArrayList<>();
        lines.add(concat(indicator.dimensionNames(), indicator.measureNames()));
        figures.total()
                .ifPresent(row -> lines.add(
                        concat(indicator.dimensions().stream().map(it -> "*").toList(), numbers(row))));
        figures.rows()
                .forEach(row ->
                        lines.add(concat(row.values().stream().map(Value::key).toList(), numbers(row))));
        return lines(lines);
    }

    private static List<String> numbers(Row row) {
        return row.cells().stream().map(CsvForm::number).toList();
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** A list of things: IRI and name. */
    public static String of(List<Value> things, String language) {
        List<List<String>> lines = new ArrayList<>(List.of(List.of("iri", "name")));
        things.forEach(it -> lines.add(List.of(it.key(), it.label().in(language))));
        return lines(lines);
    }

    private static String number(Cell cell) {
        return cell.number().isPresent() ? Long.toString(cell.number().getAsLong()) : "";
    }

    private static String lines(List<List<String>> lines) {
        StringBuilder out = new StringBuilder();
        try {
            SpreadsheetCsv.write(out, lines.getFirst(), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("A text takes everything", e);
        }
        return out.toString();
    }
}
