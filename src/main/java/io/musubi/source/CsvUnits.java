package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.Text;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Streams the rows of a comma or tab separated file (RFC 4180) under its header row. */
final class CsvUnits {
    private static final CSVFormat COMMA =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get();

    private final Units units;
    private boolean goesOn = true;

    CsvUnits(Units units) {
        this.units = units;
    }

    /**
     * Reads {@code in}, without byte order mark.
     *
     * @param delimiter a comma or a tab
     */
    void read(Reader in, char delimiter) throws IOException {
        Leash leash = new Leash(in);
        CSVParser parser = COMMA.builder().setDelimiter(delimiter).get().parse(leash);
        Iterator<CSVRecord> rows = parser.iterator();
        List<String> header = null;
        while (goesOn) {
            long line = parser.getCurrentLineNumber() + 1;
            CSVRecord row = next(rows, parser, line);
            if (row == null) {
                return;
            }
            leash.loosen();
            if (header == null) {
                header = header(row);
            } else {
                row(header, row, line);
            }
        }
    }

    private @Nullable CSVRecord next(Iterator<CSVRecord> rows, CSVParser parser, long line) throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException) && !(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
            goesOn = units.unreadable("row " + parser.getRecordNumber() + " (line " + line + ")", reason(e.getCause()));
            return null;
        }
    }

    private static List<String> header(CSVRecord row) {
        List<String> header = new ArrayList<>();
        for (String cell : row) {
            String name = cell.strip();
            header.add(name.isEmpty() ? "column " + (header.size() + 1) : name.intern());
        }
        return header;
    }

    private void row(List<String> header, CSVRecord row, long line) {
        long number = row.getRecordNumber() - 1;
        if (row.size() != header.size()) {
            goesOn = units.unreadable("row " + number + " (line " + line + ")", ragged(header.size(), row.size()));
            return;
        }
        Field unit = Field.root("row", (int) line);
        for (int i = 0; i < row.size(); i++) {
            unit.add(header.get(i), (int) line, row.get(i));
        }
        goesOn = units.unit(unit, line);
    }

    private static Text ragged(int expected, int found) {
        return new Text(
                "この行の列数は" + found + "で、見出しの" + expected + "と違います。区切り文字と引用符を確認してください。",
                "This row has " + found + " cells where the header has " + expected
                        + ". Look at its separators and quotes.");
    }

    private static Text reason(IOException e) {
        return e instanceof CharacterCodingException
                ? new Text(
                        "この先に文字コードに合わないバイトがあります。UTF-8で保存し直してください。",
                        "What follows holds bytes that are not in the file's encoding. Save it again as UTF-8.")
                : new Text(
                        "引用符が閉じていません(" + e.getMessage() + ")。この行以降は読めません。引用符を確認してください。",
                        "A quote is opened and never closed, or closed and followed by text (" + e.getMessage()
                                + "). Nothing from here on can be read. Look at the quotes of this row.");
    }

    /** Lets at most so many characters be read for one row: a quote that never closes must not fill the memory. */
    private static final class Leash extends java.io.FilterReader {
        private static final int LENGTH = 16 << 20;
        private int read;

        Leash(Reader in) {
            super(in);
        }

        void loosen() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] characters, int from, int length) throws IOException {
            if (read > LENGTH) {
                throw new CSVException("a row of more than %s characters", LENGTH);
            }
            int count = super.read(characters, from, length);
            read += Math.max(count, 0);
            return count;
        }
    }
}
