package io.musubi.web.findings;

import io.musubi.finding.Group;
import io.musubi.finding.Row;
import io.musubi.model.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Findings in the words of one language, as templates show them. */
final class Told {
    private Told() {}

    /**
     * A group.
     *
     * @param grade of {@code style.css}: bad, warn or quiet
     * @param expected what would be right, where all rows agree; else empty, and the rows say it
     * @param hasFields whether a row names a source field
     * @param hasValues whether a row quotes a value
     */
    public record Cause(
            int number,
            String id,
            String severity,
            String grade,
            String rule,
            String message,
            String expected,
            String remedy,
            long records,
            long findings,
            boolean hasFields,
            boolean hasValues,
            List<Finding> rows) {}

    /**
     * A row.
     *
     * @param title what the record's main thing is called, if that is known here
     * @param path of the record's page below the base
     * @param fields source paths: the one of the value, or those that would have given it
     * @param value as found; empty for none
     * @param expected empty where the group says it
     */
    public record Finding(
            String record, String title, String path, List<String> fields, String value, String expected) {}

    /**
     * A group for people.
     *
     * @param titles of the records by their links
     */
    static Cause cause(Group<Row> group, Map<String, String> titles, String base, String language) {
        boolean isShared = group.items().stream()
                        .map(row -> row.finding().expected())
                        .distinct()
                        .count()
                == 1;
        return new Cause(
                group.number(),
                group.cause().id(),
                group.cause().severity().title().in(language),
                grade(group.cause().severity()),
                group.cause().rule(),
                group.cause().message().in(language),
                isShared ? group.items().getFirst().finding().expected().in(language) : "",
                group.cause().remedy().in(language),
                group.gain().records(),
                group.gain().findings(),
                group.items().stream().anyMatch(row -> !row.finding().field().isEmpty()),
                group.items().stream().anyMatch(row -> row.finding().value().isPresent()),
                group.items().stream()
                        .map(row -> finding(row, titles.getOrDefault(row.link(), ""), base, language, !isShared))
                        .toList());
    }

    private static Finding finding(Row row, String title, String base, String language, boolean isExpectedTold) {
        io.musubi.model.Finding it = row.finding();
        return new Finding(
                row.record(),
                title,
                row.link().substring(base.length()),
                Arrays.stream(it.field().split(" \\| "))
                        .filter(field -> !field.isEmpty())
                        .toList(),
                it.value().orElse(""),
                isExpectedTold ? it.expected().in(language) : "");
    }

    private static String grade(Severity severity) {
        return switch (severity) {
            case VIOLATION -> "bad";
            case WARNING -> "warn";
            case INFO -> "quiet";
        };
    }
}
