package io.musubi.cli;

import io.musubi.finding.FindingTable;
import io.musubi.finding.Group;
import io.musubi.finding.Row;
import io.musubi.finding.Tally;
import io.musubi.table.SpreadsheetCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How findings are shown by {@code check} and {@code findings}: grouped by cause, most gained first, in three forms. */
final class FindingsOutput {
    private static final int FEW = 5;

    /** The forms. */
    enum Format {
        TEXT,
        JSON,
        CSV
    }

    @Option(
            names = "--format",
            paramLabel = "text|json|csv",
            description = "Form of the answer (default text; --json is --format json).")
    private Optional<Format> format = Optional.empty();

    @Option(names = "--bom", description = "Begin CSV with the mark by which Excel knows UTF-8.")
    private boolean isMarked;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Only findings of this rule, such as identifier.orcid.")
    private Optional<String> rule = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "How many of each cause are listed (default: 5 as text, else all); all count.")
    private Optional<Integer> most = Optional.empty();

    private Format format(Console console) {
        return format.orElse(console.isJson() ? Format.JSON : Format.TEXT);
    }

    /** A tally that keeps as many rows as are to be shown. */
    Tally<Row> tally(Console console) {
        return Tally.ofRows(most.orElse(format(console) == Format.TEXT ? FEW : Integer.MAX_VALUE));
    }

    /** Those of one record that are asked for. */
    List<Row> wanted(List<Row> ofOneRecord) {
        return ofOneRecord.stream()
                .filter(it -> rule.isEmpty() || rule.get().equals(it.finding().rule()))
                .toList();
    }

    /**
     * Writes the groups.
     *
     * @param head what a JSON answer says first
     */
    void print(Console console, Map<String, Object> head, List<Group<Row>> groups) throws IOException {
        switch (format(console)) {
            case JSON -> {
                Map<String, Object> out = new LinkedHashMap<>(head);
                out.put("causes", FindingTable.causes(groups));
                out.put("findings", FindingTable.rows(groups));
                console.json(out);
            }
            case CSV -> {
                PrintWriter out = console.writer();
                if (isMarked) {
                    out.append(SpreadsheetCsv.BOM);
                }
                FindingTable.csv(out, groups, console.language());
            }
            case TEXT -> {
                FindingsText text = new FindingsText(console.language());
                groups.forEach(group -> console.out(text.of(group)));
            }
        }
    }
}
