package io.musubi.cli;

import io.musubi.finding.Gain;
import io.musubi.finding.Group;
import io.musubi.finding.Row;
import io.musubi.model.Text;
import java.util.List;

/** Groups of findings for people at a terminal. */
final class FindingsText {
    private final String language;

    FindingsText(String language) {
        this.language = language;
    }

    /** What is wrong, what would be right and what to do, once; then the records. */
    String of(Group<Row> group) {
        StringBuilder out = new StringBuilder();
        out.append(group.number())
                .append(". ")
                .append(say(group.cause().severity().title()));
        out.append("  ").append(group.cause().rule()).append("  ").append(gain(group.gain()));
        line(out, "   ", say(group.cause().message()));
        boolean isShared = isExpectedShared(group.items());
        if (isShared) {
            line(out, "   ", expected(group.items().getFirst()));
        }
        line(out, "   ", say("対処：", "remedy: ") + say(group.cause().remedy()));
        group.items().forEach(row -> line(out, "     ", row(row) + (isShared ? "" : "  " + expected(row))));
        long more = group.gain().findings() - group.items().size();
        if (more > 0) {
            line(out, "     ", say("… ほか " + more + " 件", "… and " + more + " more"));
        }
        return out.append('\n').toString();
    }

    private String gain(Gain gain) {
        String records = say(gain.records() + " レコード", gain.records() + (gain.records() == 1 ? " record" : " records"));
        String findings = gain.findings() == gain.records()
                ? ""
                : say("（" + gain.findings() + " 件）", " (" + gain.findings() + " findings)");
        String admitted = gain.admitted() == 0
                ? ""
                : say(
                        "、直せば " + gain.admitted() + " レコードが受け入れられます",
                        "; mended, " + gain.admitted() + " would be admitted");
        return records + findings + admitted;
    }

    private static boolean isExpectedShared(List<Row> rows) {
        return rows.stream().map(it -> it.finding().expected()).distinct().count() == 1;
    }

    private String expected(Row row) {
        return say("期待：", "expected: ") + say(row.finding().expected());
    }

    private String row(Row row) {
        StringBuilder out = new StringBuilder();
        for (String part : List.of(row.source(), row.record(), row.finding().field())) {
            if (!part.isEmpty()) {
                out.append(out.isEmpty() ? "" : "  ").append(part);
            }
        }
        row.finding()
                .value()
                .ifPresent(value -> out.append(say("  実際：", "  found: ")).append(oneLine(value)));
        if (!row.place().isEmpty()) {
            out.append("  [").append(row.place()).append(']');
        }
        if (row.finding().isPrivate()) {
            out.append(say("  （非公開の値）", "  (private)"));
        }
        return out.toString();
    }

    /** What a record says must not move the cursor of a terminal. */
    private static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ");
    }

    private static void line(StringBuilder out, String indent, String text) {
        out.append('\n').append(indent).append(text);
    }

    private String say(Text text) {
        return text.in(language);
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
