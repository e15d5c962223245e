package io.musubi.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles conditions ({@code docs/crosswalk.md} § 2, and {@code when} in § 5). */
final class ConditionReader {
    private static final Set<String> GIVES_KEYS = RuleReader.keysAnd(Set.of("equals"));

    private final RuleReader rules;

    ConditionReader(RuleReader rules) {
        this.rules = rules;
    }

    /** A condition: a text, or a map of a value rule, {@code not}, {@code all} or {@code any}. */
    Condition read(YamlNode node) {
        if (node.isText()) {
            try {
                return ExpressionParser.condition(node.text());
            } catch (IllegalArgumentException e) {
                node.mistake(String.valueOf(e.getMessage()));
                return new Condition.All(List.of());
            }
        }
        if (!node.isMap()) {
            node.expected("a condition");
            return new Condition.All(List.of());
        }
        for (String word : List.of("not", "all", "any")) {
            Optional<YamlNode> inner = node.get(word);
            if (inner.isPresent()) {
                node.only(Set.of(word));
                return combined(word, inner.get());
            }
        }
        node.only(GIVES_KEYS);
        Set<String> equals = node.get("equals")
                .map(it -> it.members().stream().map(YamlNode::text).collect(Collectors.toSet()))
                .orElse(Set.of());
        return new Condition.Gives(rules.rule(node), equals);
    }

    private Condition combined(String word, YamlNode inner) {
        List<Condition> conditions =
                inner.members().stream().map(rules::condition).toList();
        return switch (word) {
            case "not" -> new Condition.Not(conditions.getFirst());
            case "all" -> new Condition.All(conditions);
            default -> new Condition.Any(conditions);
        };
    }
}
