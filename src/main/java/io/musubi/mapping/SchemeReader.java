package io.musubi.mapping;

import java.util.Map;

/** Compiles {@code as} and {@code link}: which identifier scheme is meant. */
final class SchemeReader {
    private final RuleReader rules;
    private final Map<String, SchemeRule.Checked> schemes;

    SchemeReader(RuleReader rules, Map<String, SchemeRule.Checked> schemes) {
        this.rules = rules;
        this.schemes = schemes;
    }

    /** A scheme's name, or a rule that gives one. */
    SchemeRule read(YamlNode node) {
        if (node.isText()) {
            SchemeRule.Checked checked = schemes.get(node.text());
            if (checked != null) {
                return new SchemeRule.Fixed(checked);
            }
            node.expected("an identifier scheme: "
                    + String.join(", ", schemes.keySet().stream().sorted().toList()));
        }
        ValueRule rule = rules.value(node);
        if (rule.refinement().lookup() != null) {
            rule.refinement().lookup().index().cells().values().stream()
                    .filter(cell -> !cell.isEmpty() && !schemes.containsKey(cell))
                    .distinct()
                    .forEach(cell -> node.mistake("the table gives '" + cell + "', which is no identifier scheme"));
        }
        boolean isOfValue = rule.sources().getFirst() instanceof TextSource.Texts(FieldPath path)
                && path.isAttribute()
                && rule.selection().each().isEmpty();
        return new SchemeRule.Told(rule, isOfValue, schemes);
    }
}
