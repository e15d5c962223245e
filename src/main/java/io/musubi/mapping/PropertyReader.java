package io.musubi.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles properties ({@code docs/crosswalk.md} § 5). */
final class PropertyReader {
    private static final String INTEGER = "http://www.w3.org/2001/XMLSchema#integer";
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");
    private static final Set<String> KEYS =
            Set.of("lang", "datatype", "iri", "thing", "part", "fragment", "link", "private", "predicate");

    private final RuleReader rules;
    private final SchemeReader schemes;
    private final Map<String, Block> blocks;

    /** @param blocks all of them by name, perhaps not yet filled */
    PropertyReader(RuleReader rules, SchemeReader schemes, Map<String, Block> blocks) {
        this.rules = rules;
        this.schemes = schemes;
        this.blocks = blocks;
    }

    /** Compiles a map of properties; {@code block} is null for what is said of the record. */
    List<Property> read(YamlNode node, @Nullable Block block) {
        List<Property> properties = new ArrayList<>();
        node.entries().forEach((name, rules) -> {
            for (YamlNode rule : rules.members()) {
                properties.add(property(name, rule, block));
            }
        });
        return properties;
    }

    private Property property(String name, YamlNode node, @Nullable Block block) {
        boolean isInverse = name.startsWith("^");
        if (isInverse && (!node.has("thing") || block == null || block.isPart())) {
            node.mistake("an inverse property (^) needs a 'thing' and a block with a 'kind'");
        }
        if (!node.isMap()) {
            ValueRule path = rules.value(node);
            return new Property(
                    predicate(name, node), null, isInverse, path, new Property.Target.Plain(null, null), false);
        }
        node.only(RuleReader.keysAnd(KEYS));
        ValueRule told = node.get("predicate").map(rules::value).orElse(null);
        String predicate =
                told == null || rules.vocabularies().iri(plain(name)).isPresent() ? predicate(name, node) : "";
        return new Property(predicate, told, isInverse, rules.rule(node), target(node), node.flag("private"));
    }

    private static String plain(String name) {
        return name.startsWith("^") ? name.substring(1) : name;
    }

    private String predicate(String name, YamlNode node) {
        Optional<String> iri = rules.vocabularies().iri(plain(name));
        if (iri.isEmpty()) {
            node.mistake("found property '" + name + "'; expected a term such as dct:title with one of the prefixes "
                    + rules.vocabularies().prefixes());
        }
        return iri.orElse("");
    }

    private Property.Target target(YamlNode node) {
        List<String> given = List.of("lang", "datatype", "iri", "thing", "part", "link").stream()
                .filter(node::has)
                .toList();
        if (given.size() > 1) {
            node.mistake("found " + String.join(" and ", given) + "; expected one of them");
        }
        Optional<YamlNode> thing = node.get("thing");
        if (thing.isPresent()) {
            return new Property.Target.Things(
                    named(thing.get(), false),
                    node.get("fragment").map(YamlNode::text).orElse(""));
        }
        node.get("fragment").ifPresent(it -> it.mistake("'fragment' belongs to a 'thing', and there is none here"));
        Optional<YamlNode> part = node.get("part");
        if (part.isPresent()) {
            return new Property.Target.Parts(named(part.get(), true));
        }
        if (node.has("link")) {
            return new Property.Target.Link(schemes.read(node.get("link").orElseThrow()));
        }
        return node.flag("iri")
                ? new Property.Target.Address()
                : new Property.Target.Plain(
                        node.get("lang").map(this::language).orElse(null),
                        node.get("datatype").map(this::datatype).orElse(node.flag("position") ? INTEGER : null));
    }

    private List<Block> named(YamlNode node, boolean isPart) {
        List<Block> named = new ArrayList<>();
        for (YamlNode member : node.members()) {
            Block block = blocks.get(member.text());
            boolean fits =
                    block != null && (isPart ? block.isPart() : block.kind().isPresent());
            if (block != null && fits) {
                named.add(block);
            } else {
                member.expected((isPart ? "a block with 'part' or 'fragment': " : "a block with a 'kind': ")
                        + String.join(", ", names(isPart)));
            }
        }
        return named;
    }

    private List<String> names(boolean isPart) {
        return blocks.values().stream()
                .filter(it -> isPart ? it.isPart() : it.kind().isPresent())
                .map(Block::name)
                .toList();
    }

    /** The blocks named by {@code node}, all with a kind. */
    List<Block> things(YamlNode node) {
        return named(node, false);
    }

    private Property.Language language(YamlNode node) {
        String text = node.text();
        if (text.startsWith("@") || text.startsWith(".") || text.startsWith("~") || text.startsWith("/")) {
            return new Property.Language.Told(rules.paths().path(node));
        }
        if (!TAG.matcher(text).matches()) {
            node.expected("a language tag such as ja, en or ja-Kana, or a path that begins with @, ., ~ or /");
        }
        return new Property.Language.Fixed(text);
    }

    private String datatype(YamlNode node) {
        if (node.text().equals(Datatypes.DATE)) {
            return Datatypes.DATE;
        }
        Optional<String> iri = rules.vocabularies().expand(node.text());
        if (iri.isEmpty()) {
            node.expected("date, or a datatype such as xsd:integer");
        }
        return iri.orElse("");
    }
}
