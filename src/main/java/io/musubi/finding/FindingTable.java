package io.musubi.finding;

import io.musubi.model.Finding;
import io.musubi.model.Text;
import io.musubi.table.SpreadsheetCsv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups as the one table (CSV, RFC 4180) and as the one object (JSON) that all doors give. */
public final class FindingTable {
    /** The columns. New ones come last; none changes its meaning. */
    public static final List<String> COLUMNS = List.of(
            "cause", // the group's place in the order, 1 is most gained
            "severity", // VIOLATION, WARNING, INFO
            "rule",
            "records", // how many records would be rid of a finding if this cause were mended
            "admitted", // how many would no longer be set aside
            "source",
            "record",
            "link",
            "place",
            "field",
            "value",
            "message",
            "expected",
            "remedy",
            "setAside", // yes when the record is (would be) set aside for this finding
            "private", // yes when it speaks of private values: not to be handed on
            "id");

    private FindingTable() {}

    /**
     * Writes all rows of {@code groups}, in their order.
     *
     * @param language of the texts, {@code ja} or {@code en}
     * @throws IOException when {@code out} does not take it
     */
    public static void csv(Appendable out, List<Group<Row>> groups, String language) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Group<Row> group : groups) {
            for (Row row : group.items()) {
                rows.add(cells(group, row, language));
            }
        }
        SpreadsheetCsv.write(out, COLUMNS, rows);
    }

    private static List<String> cells(Group<Row> group, Row row, String language) {
        Finding finding = row.finding();
        return List.of(
                String.valueOf(group.number()),
                finding.severity().name(),
                finding.rule(),
                String.valueOf(group.gain().records()),
                String.valueOf(group.gain().admitted()),
                row.source(),
                row.record(),
                row.link(),
                row.place(),
                finding.field(),
                finding.value().orElse(""),
                finding.message().in(language),
                finding.expected().in(language),
                finding.remedy().in(language),
                yes(row.isObstacle()),
                yes(finding.isPrivate()),
                row.id());
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    /** The causes in their order, without their rows. */
    public static List<Map<String, Object>> causes(List<? extends Group<?>> groups) {
        return groups.stream().map(FindingTable::cause).toList();
    }

    private static Map<String, Object> cause(Group<?> group) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("cause", group.number());
        out.put("id", group.cause().id());
        out.put("severity", group.cause().severity().name());
        out.put("rule", group.cause().rule());
        out.put("records", group.gain().records());
        out.put("admitted", group.gain().admitted());
        out.put("findings", group.gain().findings());
        out.put("message", both(group.cause().message()));
        out.put("remedy", both(group.cause().remedy()));
        return out;
    }

    /** The rows of all groups, in their order. */
    public static List<Map<String, Object>> rows(List<Group<Row>> groups) {
        return groups.stream()
                .flatMap(group -> group.items().stream().map(row -> row(group, row)))
                .toList();
    }

    private static Map<String, Object> row(Group<Row> group, Row row) {
        Finding it = row.finding();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("cause", group.number());
        out.put("id", row.id());
        out.put("source", row.source());
        out.put("record", row.record());
        out.put("link", row.link());
        out.put("place", row.place());
        out.put("rule", it.rule());
        out.put("severity", it.severity().name());
        out.put("field", it.field());
        out.put("value", it.value().orElse(null));
        out.put("message", both(it.message()));
        out.put("expected", both(it.expected()));
        out.put("remedy", both(it.remedy()));
        out.put("setAside", row.isObstacle());
        out.put("private", it.isPrivate());
        return out;
    }

    private static Map<String, Object> both(Text text) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("ja", text.ja());
        out.put("en", text.en());
        return out;
    }
}
