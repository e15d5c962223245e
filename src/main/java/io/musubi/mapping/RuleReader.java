package io.musubi.mapping;

import com.google.re2j.Pattern;
import io.musubi.mapping.normalise.Normaliser;
import io.musubi.mapping.normalise.Normalisers;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles value rules ({@code docs/crosswalk.md} § 5). */
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

    private final Vocabularies vocabularies;
    private final PathReader paths;
    private final LookupReader lookups;
    private final IdentityHashMap<Object, Condition> conditions = new IdentityHashMap<>();

    RuleReader(Vocabularies vocabularies, PathReader paths, LookupReader lookups) {
        this.vocabularies = vocabularies;
        this.paths = paths;
        this.lookups = lookups;
    }

    /** The keys of a value rule and others beside them. */
    static Set<String> keysAnd(Set<String> others) {
        return Stream.concat(KEYS.stream(), others.stream()).collect(Collectors.toSet());
    }

    Vocabularies vocabularies() {
        return vocabularies;
    }

    PathReader paths() {
        return paths;
    }

    /** A condition; one that has a name and stands in many places is the same in all of them. */
    Condition condition(YamlNode node) {
        Condition known = conditions.get(node.identity());
        if (known == null) {
            known = new ConditionReader(this).read(node);
            conditions.put(node.identity(), known);
        }
        return known;
    }

    /** A value rule: a path, a map, or a list of them of which the first that gives anything counts. */
    ValueRule value(YamlNode node) {
        if (node.isMap()) {
            node.only(KEYS);
            return rule(node);
        }
        return ValueRule.of(node.line(), sources(node));
    }

    /** A value rule out of the keys of {@code node} that belong to one; the others are the caller's. */
    ValueRule rule(YamlNode node) {
        return new ValueRule(
                node.line(),
                new Selection(
                        node.get("each").map(paths::paths).orElse(List.of()),
                        same(node),
                        node.get("when").map(this::condition).orElse(null)),
                origin(node),
                new Refinement(
                        node.get("split").map(YamlNode::text).orElse(null),
                        node.get("match")
                                .map(this::pattern)
                                .map(Refinement::taking)
                                .orElse(null),
                        node.get("normalise").map(this::normalisers).orElse(List.of()),
                        lookups.read(node).orElse(null),
                        node.get("else").map(this::otherwise).orElse(new Refinement.Otherwise.Remarked())));
    }

    private List<FieldPath> same(YamlNode node) {
        Optional<YamlNode> same = node.get("same");
        if (same.isPresent() && !node.has("each")) {
            same.get().mistake("'same' belongs to an 'each', and there is none here");
        }
        return same.map(paths::paths).orElse(List.of());
    }

    private List<TextSource> origin(YamlNode node) {
        List<String> given = List.of("value", "constant", "template", "position").stream()
                .filter(node::has)
                .toList();
        if (given.size() > 1) {
            node.mistake("found " + String.join(" and ", given) + "; expected one of them");
        }
        if (node.flag("name")) {
            FieldPath path = node.get("value").map(paths::path).orElse(ExpressionParser.path("."));
            return List.of(new TextSource.Names(path));
        }
        Optional<YamlNode> constant = node.get("constant");
        if (constant.isPresent()) {
            return List.of(constant(constant.get(), node));
        }
        if (node.has("template")) {
            return List.of(template(node));
        }
        if (node.flag("position")) {
            return List.of(new TextSource.Position());
        }
        return node.get("value").map(this::sources).orElse(List.of(new TextSource.Texts(ExpressionParser.path("."))));
    }

    private TextSource.Constant constant(YamlNode node, YamlNode rule) {
        String text = node.text();
        boolean isPlain = rule.has("lang") || rule.has("datatype");
        return new TextSource.Constant(
                text, isPlain ? null : vocabularies.iri(text).orElse(null));
    }

    private List<TextSource> sources(YamlNode node) {
        List<TextSource> sources = new ArrayList<>();
        for (YamlNode member : node.members()) {
            sources.add(
                    member.isText() ? new TextSource.Texts(paths.path(member)) : new TextSource.Inner(value(member)));
        }
        return sources;
    }

    private TextSource template(YamlNode node) {
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
        return new TextSource.Template(pieces, with);
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

    private Refinement.Otherwise otherwise(YamlNode node) {
        if (node.isMap()) {
            node.only(Set.of("constant"));
            YamlNode constant = node.need("constant");
            String text = constant == null ? "" : constant.text();
            return new Refinement.Otherwise.Instead(text, vocabularies.iri(text).orElse(null));
        }
        return switch (node.text()) {
            case "raw" -> new Refinement.Otherwise.Raw();
            case "skip" -> new Refinement.Otherwise.Skipped();
            default -> {
                node.expected("raw, skip or { constant: … }");
                yield new Refinement.Otherwise.Remarked();
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
}
