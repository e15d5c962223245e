package io.musubi.cli;

import io.musubi.service.IngestReport;
import io.musubi.service.Outcome;
import io.musubi.service.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of an ingest: a table for people, one object for programs. */
final class Summary {
    private Summary() {}

    static void print(Console console, List<IngestReport> reports, Store store) {
        if (console.isJson()) {
            console.json(json(reports, store));
            return;
        }
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-24s %8s", "source", "read"));
        for (Outcome outcome : Outcome.values()) {
            head.append(String.format(Locale.ROOT, " %10s", outcome.key()));
        }
        if (!reports.isEmpty()) {
            console.note(head.toString());
        }
        for (IngestReport report : reports) {
            StringBuilder line =
                    new StringBuilder(String.format(Locale.ROOT, "%-24s %8d", report.source(), report.read()));
            for (Outcome outcome : Outcome.values()) {
                line.append(String.format(Locale.ROOT, " %10d", report.of(outcome)));
            }
            console.note(line.toString());
            report.reasons().forEach((reason, count) -> console.note("    " + count + " × " + reason));
            if (report.withdrawn() > 0) {
                console.note("    " + report.withdrawn() + " × "
                        + console.say("完全な納品に無いため取り下げ", "absent from a complete delivery: withdrawn"));
            }
            report.troubles().stream()
                    .limit(10)
                    .forEach(it ->
                            console.note("    ! " + it.file() + " " + it.where() + ": " + console.say(it.reason())));
        }
        console.note(console.say("いま公開中: ", "Public now: ") + store.counts() + ", " + console.say("状態 ", "state ")
                + store.journal().state().id());
    }

    private static Map<String, Object> json(List<IngestReport> reports, Store store) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("read", reports.stream().mapToLong(IngestReport::read).sum());
        for (Outcome outcome : Outcome.values()) {
            out.put(
                    outcome.key(),
                    reports.stream().mapToLong(it -> it.of(outcome)).sum());
        }
        out.put("withdrawn", reports.stream().mapToLong(IngestReport::withdrawn).sum());
        out.put("sources", reports.stream().map(Summary::json).toList());
        out.put("public", store.counts());
        out.put("state", store.journal().state().id());
        return out;
    }

    private static Map<String, Object> json(IngestReport report) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("source", report.source());
        out.put("read", report.read());
        for (Outcome outcome : Outcome.values()) {
            out.put(outcome.key(), report.of(outcome));
        }
        out.put("withdrawn", report.withdrawn());
        out.put("reasons", report.reasons());
        out.put(
                "troubles",
                report.troubles().stream()
                        .map(it -> Map.of(
                                "file", it.file(),
                                "where", it.where(),
                                "ja", it.reason().ja(),
                                "en", it.reason().en()))
                        .toList());
        return out;
    }
}
