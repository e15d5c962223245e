package io.musubi.mapping;

import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles {@code records} ({@code docs/crosswalk.md} § 3). */
final class RecordReader {
    private static final Set<String> KEYS = Set.of(
            "each",
            "when",
            "id",
            "private-id",
            "datestamp",
            "deleted",
            "unless",
            "because",
            "access",
            "about",
            "main",
            "also");

    private final RuleReader rules;
    private final BlockReader blocks;

    RecordReader(RuleReader rules, BlockReader blocks) {
        this.rules = rules;
        this.blocks = blocks;
    }

    /** The entries under {@code records}. */
    List<RecordEntry> read(YamlNode root) {
        List<RecordEntry> records = new ArrayList<>();
        YamlNode node = root.need("records");
        if (node != null) {
            node.members().forEach(member -> records.add(record(member)));
        }
        return records;
    }

    private RecordEntry record(YamlNode node) {
        node.only(KEYS);
        YamlNode each = node.need("each");
        Optional<YamlNode> unless = node.get("unless");
        YamlNode id = unless.isPresent() ? node.get("id").orElse(null) : node.need("id");
        YamlNode main = unless.isPresent() ? node.get("main").orElse(null) : node.need("main");
        if (unless.isPresent()) {
            node.need("because");
        }
        return new RecordEntry(
                each == null ? ExpressionParser.path(".") : rules.paths().path(each),
                node.get("when").map(rules::condition).orElse(null),
                id == null ? ValueRule.nothing() : rules.value(id),
                node.flag("private-id"),
                node.get("datestamp").map(rules::value).orElse(null),
                node.get("deleted").map(rules::condition).orElse(null),
                unless.map(rules::condition).orElse(null),
                node.get("because").map(this::reason).orElse(new RecordEntry.Reason(new Text("", ""), Map.of())),
                node.get("access").map(rules::value).orElse(null),
                node.get("about").map(it -> blocks.properties().read(it, null)).orElse(List.of()),
                main == null ? List.of() : blocks.properties().things(main),
                also(node));
    }

    private RecordEntry.Reason reason(YamlNode node) {
        node.only(Set.of("ja", "en", "with"));
        return new RecordEntry.Reason(
                node.bothLanguages(), node.get("with").map(rules::holes).orElse(Map.of()));
    }

    private List<RecordEntry.Also> also(YamlNode node) {
        List<RecordEntry.Also> also = new ArrayList<>();
        node.get("also")
                .ifPresent(list -> list.members().forEach(member -> {
                    member.only(Set.of("each", "value", "when", "block"));
                    YamlNode block = member.need("block");
                    if (block != null) {
                        blocks.properties()
                                .things(block)
                                .forEach(it -> also.add(new RecordEntry.Also(rules.rule(member), it)));
                    }
                }));
        return also;
    }
}
