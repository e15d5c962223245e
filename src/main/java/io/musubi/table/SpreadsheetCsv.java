package io.musubi.table;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The one way to write CSV (RFC 4180). */
public final class SpreadsheetCsv {
    /** The mark by which spreadsheets know UTF-8: goes before the table where it is asked for. */
    public static final String BOM = "\uFEFF";

    /** What makes a spreadsheet take a cell for a formula, also in full width. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetCsv() {}

    /**
     * Writes a table. A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises.
     *
     * @throws IOException when {@code out} does not take it
     */
    public static void write(Appendable out, List<String> columns, Iterable<List<String>> rows) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(columns);
        for (List<String> row : rows) {
            printer.printRecord(row.stream().map(SpreadsheetCsv::harmless));
        }
        printer.flush();
    }

    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
