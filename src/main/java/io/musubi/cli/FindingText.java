package io.musubi.cli;

import io.musubi.model.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/** A finding for people and for programs. */
final class FindingText {
    private FindingText() {}

    /** Four lines: where; what; expected and found; what to do. */
    static String lines(Console console, String place, Finding it) {
        StringBuilder out = new StringBuilder();
        out.append(it.severity()).append("  ").append(it.rule()).append("  ").append(place);
        if (!it.field().isEmpty()) {
            out.append("  ").append(it.field());
        }
        out.append("\n    ").append(console.say(it.message()));
        out.append("\n    ").append(console.say("期待: ", "expected: ")).append(console.say(it.expected()));
        it.value()
                .ifPresent(
                        value -> out.append(console.say("  実際: ", "  found: ")).append(value));
        out.append("\n    ").append(console.say("対処: ", "remedy: ")).append(console.say(it.remedy()));
        return out.toString();
    }

    static Map<String, Object> json(Finding it) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("rule", it.rule());
        out.put("severity", it.severity().name());
        out.put("node", it.node());
        out.put("field", it.field());
        out.put("value", it.value().orElse(null));
        out.put("message", Map.of("ja", it.message().ja(), "en", it.message().en()));
        out.put("expected", Map.of("ja", it.expected().ja(), "en", it.expected().en()));
        out.put("remedy", Map.of("ja", it.remedy().ja(), "en", it.remedy().en()));
        out.put("private", it.isPrivate());
        return out;
    }
}
