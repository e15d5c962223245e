package io.musubi.mapping;

import com.google.re2j.Pattern;
import io.musubi.mapping.normalise.Normaliser;
import io.musubi.mapping.normalise.Normalisers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles value rules and conditions ({@code docs/crosswalk.md} § 5). */
final class RuleReader {
    /** The keys of a value rule wherever it stands. */
    static final Set<String> KEYS = Set.of(
            "value",
            "each",
            "same",
            "constant",
            "template",
            "with",
            "name",
            "position",
            "split",
            "match",
            "normalise",
            "lookup",
            "by",
            "column",
            "else",
            "when");

    private static final Set<String> GIVES_KEYS =
            Stream.concat(KEYS.stream(), Stream.of("equals")).collect(Collectors.toUnmodifiableSet());

    private final Vocabularies vocabularies;
    private final Tables tables;
    private final boolean isXml;
    private final Set<String> xmlPrefixes;
    private final Map<String, Table> used = new TreeMap<>();

    /**
     * @param isXml whether the format comes in XML only, so that a prefix in a path must be declared
     * @param xmlPrefixes the declared ones
     */
    RuleReader(Vocabularies vocabularies, Tables tables, boolean isXml, Set<String> xmlPrefixes) {
        this.vocabularies = vocabularies;
        this.tables = tables;
        this.isXml = isXml;
        this.xmlPrefixes = xmlPrefixes;
    }

    Vocabularies vocabularies() {
        return vocabularies;
    }

    /** The tables that rules have used so far, by name. */
    Map<String, Table> used() {
        return used;
    }

    /** A value rule: a path, a map, or a list of them of which the first that gives anything counts. */
    ValueRule value(YamlNode node) {
        if (node.isMap()) {
            node.only(KEYS);
            return rule(node);
        }
        return ValueRule.of(node.line(), sources(node), new ValueRule.Otherwise.Remarked());
    }

    /** A value rule out of the keys of {@code node} that belong to one; the others are the caller's. */
    ValueRule rule(YamlNode node) {
        return new ValueRule(
                node.line(),
                node.get("each").map(this::paths).orElse(List.of()),
                same(node),
                node.get("when").map(this::condition).orElse(null),
                origin(node),
                node.get("split").map(YamlNode::text).orElse(null),
                node.get("match").map(this::pattern).orElse(null),
                node.get("normalise").map(this::normalisers).orElse(List.of()),
                lookup(node).orElse(null),
                node.get("else").map(this::otherwise).orElse(new ValueRule.Otherwise.Remarked()));
    }

    private List<FieldPath> same(YamlNode node) {
        Optional<YamlNode> same = node.get("same");
        if (same.isPresent() && !node.has("each")) {
            same.get().mistake("'same' belongs to an 'each', and there is none here");
        }
        return same.map(this::paths).orElse(List.of());
    }

    private List<ValueRule.Source> origin(YamlNode node) {
        List<String> given = List.of("value", "constant", "template", "position").stream()
                .filter(node::has)
                .toList();
        if (given.size() > 1) {
            node.mistake("found " + String.join(" and ", given) + "; expected one of them");
        }
        if (node.flag("name")) {
            FieldPath path = node.get("value").map(this::path).orElse(ExpressionParser.path("."));
            return List.of(new ValueRule.Source.Names(path));
        }
        Optional<YamlNode> constant = node.get("constant");
        if (constant.isPresent()) {
            return List.of(constant(constant.get(), node));
        }
        if (node.has("template")) {
            return List.of(template(node));
        }
        if (node.flag("position")) {
            return List.of(new ValueRule.Source.Position());
        }
        return node.get("value")
                .map(this::sources)
                .orElse(List.of(new ValueRule.Source.Texts(ExpressionParser.path("."))));
    }

    private ValueRule.Source.Constant constant(YamlNode node, YamlNode rule) {
        String text = node.text();
        boolean isPlain = rule.has("lang") || rule.has("datatype");
        return new ValueRule.Source.Constant(
                text, isPlain ? null : vocabularies.iri(text).orElse(null));
    }

    private List<ValueRule.Source> sources(YamlNode node) {
        List<ValueRule.Source> sources = new ArrayList<>();
        for (YamlNode member : node.members()) {
            sources.add(
                    member.isText()
                            ? new ValueRule.Source.Texts(path(member))
                            : new ValueRule.Source.Inner(value(member)));
        }
        return sources;
    }

    private ValueRule.Source template(YamlNode node) {
        Map<String, ValueRule> with = node.get("with").map(this::holes).orElse(Map.of());
        List<String> pieces = new ArrayList<>();
        YamlNode text = node.get("template").orElseThrow();
        String rest = text.text();
        int open = rest.indexOf('{');
        while (open >= 0) {
            int close = rest.indexOf('}', open);
            String name = close < 0 ? rest.substring(open + 1) : rest.substring(open + 1, close);
            if (close < 0 || !with.containsKey(name)) {
                text.mistake("found '{" + name + "}'; expected a name that stands under 'with'");
                break;
            }
            pieces.add(rest.substring(0, open));
            pieces.add(name);
            rest = rest.substring(close + 1);
            open = rest.indexOf('{');
        }
        pieces.add(rest);
        return new ValueRule.Source.Template(pieces, with);
    }

    /** The values of a map {@code with}. */
    Map<String, ValueRule> holes(YamlNode node) {
        Map<String, ValueRule> holes = new LinkedHashMap<>();
        node.entries().forEach((name, value) -> holes.put(name, value(value)));
        return holes;
    }

    private List<Normaliser> normalisers(YamlNode node) {
        List<Normaliser> normalisers = new ArrayList<>();
        for (YamlNode member : node.members()) {
            try {
                normalisers.add(new Remembering(Normalisers.named(member.text())));
            } catch (IllegalArgumentException e) {
                member.mistake(String.valueOf(e.getMessage()));
            }
        }
        return normalisers;
    }

    private Optional<ValueRule.Lookup> lookup(YamlNode node) {
        Optional<YamlNode> name = node.get("lookup");
        if (name.isEmpty()) {
            for (String key : List.of("by", "column")) {
                node.get(key)
                        .ifPresent(it -> it.mistake("'" + key + "' belongs to a 'lookup', and there is none here"));
            }
            return Optional.empty();
        }
        Optional<Table> table = tables.get(name.get().text());
        if (table.isEmpty()) {
            name.get().expected("a table in mappings/tables: " + tables.names());
            return Optional.empty();
        }
        used.put(table.get().name(), table.get());
        String by = column(node, "by", table.get(), table.get().header().getFirst());
        YamlNode column = node.need("column");
        if (column == null) {
            return Optional.empty();
        }
        String result = column(node, "column", table.get(), "");
        if (by.isEmpty() || result.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ValueRule.Lookup(
                table.get().name(),
                table.get().index(by, result),
                iris(table.get().column(result), node)));
    }

    private static String column(YamlNode node, String key, Table table, String otherwise) {
        Optional<YamlNode> found = node.get(key);
        if (found.isEmpty()) {
            return otherwise;
        }
        String column = found.get().text();
        if (!table.header().contains(column)) {
            found.get().expected("a column of " + table.name() + ".csv: " + String.join(", ", table.header()));
            return "";
        }
        return column;
    }

    private Map<String, String> iris(List<String> cells, YamlNode rule) {
        Map<String, String> iris = new HashMap<>();
        if (!rule.has("lang") && !rule.has("datatype")) {
            cells.forEach(cell -> vocabularies.iri(cell.strip()).ifPresent(iri -> iris.put(cell.strip(), iri)));
        }
        return iris;
    }

    private ValueRule.Otherwise otherwise(YamlNode node) {
        if (node.isMap()) {
            node.only(Set.of("constant"));
            YamlNode constant = node.need("constant");
            String text = constant == null ? "" : constant.text();
            return new ValueRule.Otherwise.Instead(text, vocabularies.iri(text).orElse(null));
        }
        return switch (node.text()) {
            case "raw" -> new ValueRule.Otherwise.Raw();
            case "skip" -> new ValueRule.Otherwise.Skipped();
            default -> {
                node.expected("raw, skip or { constant: … }");
                yield new ValueRule.Otherwise.Remarked();
            }
        };
    }

    private @Nullable Pattern pattern(YamlNode node) {
        try {
            return ExpressionParser.pattern(node.text());
        } catch (IllegalArgumentException e) {
            node.mistake(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A path, or a list of them. */
    List<FieldPath> paths(YamlNode node) {
        return node.members().stream().map(this::path).toList();
    }

    /** A path. */
    FieldPath path(YamlNode node) {
        try {
            FieldPath path = ExpressionParser.path(node.text());
            checkPrefixes(path, node);
            return path;
        } catch (IllegalArgumentException e) {
            node.mistake(String.valueOf(e.getMessage()));
            return ExpressionParser.path(".");
        }
    }

    private void checkPrefixes(FieldPath path, YamlNode node) {
        if (!isXml) {
            return;
        }
        for (FieldPath.Step step : path.steps()) {
            String name = step.name().startsWith("@") ? step.name().substring(1) : step.name();
            int colon = name.indexOf(':');
            if (colon > 0 && !name.startsWith("{") && !xmlPrefixes.contains(name.substring(0, colon))) {
                node.mistake("found '" + step.name() + "'; expected a prefix declared under 'prefixes': "
                        + String.join(", ", xmlPrefixes));
            }
        }
    }

    /** A condition: a text, or a map of a value rule, {@code not}, {@code all} or {@code any}. */
    Condition condition(YamlNode node) {
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
        return new Condition.Gives(rule(node), equals);
    }

    private Condition combined(String word, YamlNode inner) {
        List<Condition> conditions =
                inner.members().stream().map(this::condition).toList();
        return switch (word) {
            case "not" -> new Condition.Not(conditions.getFirst());
            case "all" -> new Condition.All(conditions);
            default -> new Condition.Any(conditions);
        };
    }
}
