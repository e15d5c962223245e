package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Streams the rows of a comma or tab separated file (RFC 4180) under its header row. */
final class CsvUnits {
    private static final CSVFormat COMMA =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get();

    /** So often is a file read on behind a row whose quotes are wrong; with more of them it is no table. */
    private static final int NEW_STARTS = 100;

    private final Units units;
    private final char delimiter;
    private @Nullable List<String> header;
    private long rows;
    private boolean goesOn = true;

    /** @param delimiter a comma or a tab */
    CsvUnits(char delimiter, Units units) {
        this.units = units;
        this.delimiter = delimiter;
    }

    /** Reads {@code file}; behind a row whose quotes are wrong it is opened again and read on from the next line. */
    void read(Opening file, Encoding encoding) throws IOException {
        long start = 0;
        for (int left = NEW_STARTS; left > 0 && start >= 0 && goesOn; left--) {
            try (InputStream in = file.open()) {
                in.skipNBytes(encoding.markLength());
                start = read(new BufferedReader(Decoded.table(in, encoding), 1 << 16), start);
            }
        }
    }

    /** Reads what follows {@code start} lines; gives how many lines to pass over next time, -1 at the end. */
    private long read(BufferedReader text, long start) throws IOException {
        pass(text, start);
        Leash leash = new Leash(text);
        CSVParser parser = COMMA.builder().setDelimiter(delimiter).get().parse(leash);
        Iterator<CSVRecord> records = parser.iterator();
        while (goesOn) {
            long line = start + parser.getCurrentLineNumber() + 1;
            try {
                if (!records.hasNext()) {
                    return -1;
                }
                take(records.next(), line);
                leash.loosen();
            } catch (UncheckedIOException e) {
                return broken(Objects.requireNonNull(e.getCause()), line);
            }
        }
        return -1;
    }

    private static void pass(Reader text, long lines) throws IOException {
        int before = 0;
        for (long left = lines; left > 0; ) {
            int c = text.read();
            if (c < 0) {
                return;
            }
            left -= c == '\r' || (c == '\n' && before != '\r') ? 1 : 0;
            before = c;
            if (left == 0 && c == '\r') {
                text.mark(1);
                if (text.read() != '\n') {
                    text.reset();
                }
            }
        }
    }

    private long broken(IOException e, long line) throws IOException {
        if (!(e instanceof CSVException) && !(e instanceof Leash.TooLong)) {
            throw e;
        }
        goesOn = units.unreadable("row " + rows + " (line " + line + ")", reason(e));
        rows++;
        return header == null ? -1 : line;
    }

    private void take(CSVRecord row, long line) {
        List<String> names = header;
        if (names == null) {
            names(row);
        } else {
            row(names, row, line);
        }
        rows++;
    }

    private void names(CSVRecord row) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : row) {
            String name = cell.strip();
            if (!name.isEmpty() && !seen.add(name)) {
                goesOn = false;
                units.unreadable("row 0 (line 1)", twice(name));
            }
            names.add(name.isEmpty() ? "column " + (names.size() + 1) : name.intern());
        }
        header = names;
    }

    private void row(List<String> names, CSVRecord row, long line) {
        String where = "row " + rows + " (line " + line + ")";
        if (row.size() != names.size()) {
            goesOn = units.unreadable(where, ragged(names.size(), row.size()));
            return;
        }
        Field unit = Field.root("row", (int) line);
        Text damage = null;
        for (int i = 0; i < row.size(); i++) {
            damage = damage == null ? Decoded.damage(names.get(i), row.get(i)) : damage;
            unit.add(names.get(i), (int) line, row.get(i));
        }
        goesOn = damage == null ? units.unit(unit, line) : units.unreadable(where, damage);
    }

    private static Text twice(String name) {
        return new Text(
                "見出しに「" + name + "」が2回あり、どちらの列か分かりません。片方の名前を変えるか、列を除いてください。",
                "The header names '" + name + "' twice, and nobody can know which column holds. Rename or remove one.");
    }

    private static Text ragged(int expected, int found) {
        return new Text(
                "この行の列数は" + found + "で、見出しの" + expected + "と違います。区切り文字と引用符を確認してください。",
                "This row has " + found + " cells where the header has " + expected
                        + ". Look at its separators and quotes.");
    }

    private static Text reason(IOException e) {
        return new Text(
                "引用符が閉じていないか、閉じた後に文字が続いています(" + e.getMessage() + ")。次の行から読み続けます。この行の引用符を確認してください。",
                "A quote is opened and never closed, or closed and followed by text (" + e.getMessage()
                        + "). Reading goes on with the next line. Look at the quotes of this row.");
    }
}
