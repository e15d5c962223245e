package io.musubi.indicator;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A curated table ({@code reference.csv}): a column for each dimension and measure, an empty cell where the source does
 * not state the number, and the columns {@code source} and {@code date} in each row.
 */
public final class ReferenceTable implements Basis {
    private static final String SOURCE = "source";
    private static final String DATE = "date";

    private final List<Line> lines;

    /**
     * A line of the table.
     *
     * @param values one for each dimension
     * @param cells one for each measure
     * @param source where the numbers stand
     * @param date as of when
     */
    public record Line(List<String> values, List<Cell> cells, String source, String date) {
        /** Takes immutable copies. */
        public Line {
            values = List.copyOf(values);
            cells = List.copyOf(cells);
        }
    }

    private ReferenceTable(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    static ReferenceTable read(Path file, List<String> dimensions, List<String> measures) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            List<String> expected = new ArrayList<>(dimensions);
            expected.addAll(measures);
            expected.addAll(List.of(SOURCE, DATE));
            if (!parser.getHeaderNames().equals(expected)) {
                throw new IllegalArgumentException(file + ", header: expected " + String.join(",", expected)
                        + ", found " + String.join(",", parser.getHeaderNames()));
            }
            return new ReferenceTable(lines(file, parser, dimensions, measures));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Line> lines(Path file, CSVParser parser, List<String> dimensions, List<String> measures) {
        List<Line> lines = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (CSVRecord row : parser) {
            List<String> values = dimensions.stream().map(row::get).toList();
            if (!seen.add(values)) {
                throw wrong(file, row, String.join(",", dimensions), "each combination once", values.toString());
            }
            List<Cell> cells = measures.stream().map(it -> cell(file, row, it)).toList();
            lines.add(new Line(values, cells, stated(file, row, SOURCE), stated(file, row, DATE)));
        }
        return lines;
    }

    private static Cell cell(Path file, CSVRecord row, String measure) {
        String text = row.get(measure);
        if (text.isEmpty()) {
            return Cell.UNSTATED;
        }
        if (!text.matches("\\d{1,15}")) {
            throw wrong(file, row, measure, "a whole number, or nothing where none is stated", text);
        }
        return Cell.stated(Long.parseLong(text));
    }

    private static String stated(Path file, CSVRecord row, String column) {
        if (row.get(column).isBlank()) {
            throw wrong(file, row, column, "a text", "nothing");
        }
        return row.get(column);
    }

    private static IllegalArgumentException wrong(
            Path file, CSVRecord row, String column, String expected, String found) {
        return new IllegalArgumentException(file + ", row " + row.getRecordNumber() + ", column '" + column
                + "': expected " + expected + ", found '" + found + "'");
    }

    /** The lines, in the file's order. */
    public List<Line> lines() {
        return lines;
    }
}
