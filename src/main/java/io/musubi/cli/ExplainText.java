package io.musubi.cli;

import io.musubi.mapping.Traced;
import io.musubi.model.Term;
import io.musubi.service.Explain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An explained record for people and for programs. */
final class ExplainText {
    private ExplainText() {}

    static List<String> lines(Console console, Explain.Explained it) {
        List<String> lines = new ArrayList<>();
        Traced traced = it.traced();
        lines.add("# " + traced.record().localId() + "  (" + it.format() + ", " + it.place() + ")");
        for (Traced.Line line : traced.statements()) {
            lines.add(subject(line) + "  " + shortName(line.statement().predicate()) + "  "
                    + text(line.statement().object()) + (line.statement().isPrivate() ? "  [private]" : ""));
            lines.add(String.format(
                    Locale.ROOT,
                    "      <- %s%s  (mapping.yaml:%d)",
                    line.path(),
                    line.value().map(value -> " = " + value).orElse(""),
                    line.line()));
        }
        traced.leftOut()
                .forEach(left -> lines.add((left.isPrivate() ? "private  " : "ignored  ") + left.path() + "  "
                        + console.say(left.because())));
        traced.unread()
                .forEach(unread -> lines.add(console.say("未読  ", "UNREAD  ") + unread.path() + " = " + unread.value()));
        return lines;
    }

    private static String subject(Traced.Line line) {
        String fragment = line.statement().fragment();
        return fragment.isEmpty() ? line.node() : line.node() + "#" + fragment;
    }

    private static String shortName(String iri) {
        int cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'));
        return iri.substring(cut + 1);
    }

    private static String text(Term term) {
        return switch (term) {
            case Term.Iri iri -> "<" + iri.value() + ">";
            case Term.Literal it -> "\"" + it.lexical() + "\"" + (it.language().isEmpty() ? "" : "@" + it.language());
            case Term.Part part -> "#" + part.fragment();
            case Term.Thing thing -> thing.node() + (thing.fragment().isEmpty() ? "" : "#" + thing.fragment());
            case Term.Link link -> "-> " + link.scheme() + ":" + link.value();
        };
    }

    static Map<String, Object> json(Explain.Explained it) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("record", it.traced().record().localId());
        out.put("format", it.format());
        out.put(
                "statements",
                it.traced().statements().stream()
                        .map(line -> Map.of(
                                "subject", subject(line),
                                "predicate", line.statement().predicate(),
                                "object", text(line.statement().object()),
                                "private", line.statement().isPrivate(),
                                "path", line.path(),
                                "value", line.value().orElse(""),
                                "mappingLine", line.line()))
                        .toList());
        out.put(
                "unread",
                it.traced().unread().stream()
                        .map(unread -> Map.of("path", unread.path(), "value", unread.value()))
                        .toList());
        out.put(
                "leftOut",
                it.traced().leftOut().stream()
                        .map(left -> Map.of(
                                "path", left.path(),
                                "private", left.isPrivate(),
                                "ja", left.because().ja(),
                                "en", left.because().en()))
                        .toList());
        return out;
    }
}
