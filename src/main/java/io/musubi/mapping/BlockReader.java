package io.musubi.mapping;

import io.musubi.model.IdentifierScheme;
import io.musubi.model.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles blocks ({@code docs/crosswalk.md} § 4). */
final class BlockReader {
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    private static final Set<String> BLOCK_KEYS = Set.of(
            "kind", "part", "fragment", "occurrence", "key", "when", "a", "include", "identifiers", "properties");
    private static final Set<String> IDENTIFIER_KEYS = Set.of("as", "own", "private");

    private final RuleReader rules;
    private final SchemeReader schemes;
    private final PropertyReader properties;
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Map<String, YamlNode> nodes = new LinkedHashMap<>();

    BlockReader(RuleReader rules, Map<String, SchemeRule.Checked> schemes) {
        this.rules = rules;
        this.schemes = new SchemeReader(rules, schemes);
        this.properties = new PropertyReader(rules, this.schemes, blocks);
    }

    /** Compiles all blocks under {@code node}. */
    void read(YamlNode node) {
        node.entries().forEach((name, each) -> {
            if (!NAME.matcher(name).matches() || name.equals("record")) {
                each.mistake("found block '" + name
                        + "'; expected small letters, digits and single hyphens, and not 'record'");
            }
            each.only(BLOCK_KEYS);
            blocks.put(name, new Block(name, shape(each)));
            nodes.put(name, each);
        });
        nodes.forEach((name, each) -> fill(blocks.get(name), each));
    }

    /** What the compiled properties of blocks, and of records, are read by. */
    PropertyReader properties() {
        return properties;
    }

    List<Block> blocks() {
        return List.copyOf(blocks.values());
    }

    private static Block.Shape shape(YamlNode node) {
        List<String> given =
                List.of("kind", "part", "fragment").stream().filter(node::has).toList();
        if (given.size() > 1) {
            node.mistake("found " + String.join(" and ", given) + "; expected one of kind, part and fragment, or none");
        }
        Optional<YamlNode> kind = node.get("kind");
        if (kind.isPresent()) {
            try {
                return new Block.Shape.Thing(Kind.of(kind.get().text()));
            } catch (IllegalArgumentException e) {
                kind.get().mistake(String.valueOf(e.getMessage()));
                return new Block.Shape.Shared();
            }
        }
        if (node.has("part")) {
            return new Block.Shape.Part(partName(node, "part"), node.flag("occurrence"));
        }
        return node.has("fragment") ? new Block.Shape.Fragment(partName(node, "fragment")) : new Block.Shape.Shared();
    }

    private static String partName(YamlNode node, String key) {
        YamlNode found = node.get(key).orElseThrow();
        String name = found.text();
        if (!NAME.matcher(name).matches()) {
            found.expected("small letters, digits and single hyphens");
        }
        return name;
    }

    private void fill(@Nullable Block block, YamlNode node) {
        if (block == null) {
            return;
        }
        node.get("when").ifPresent(when -> block.restrict(rules.condition(when)));
        node.get("key")
                .ifPresent(key -> key.members().forEach(each -> block.key().add(rules.value(each))));
        own(block, node, new ArrayList<>());
    }

    /** Adds what {@code node} says to {@code block}: first what it includes, then its own. */
    private void own(Block block, YamlNode node, List<String> including) {
        node.get("include")
                .ifPresent(include -> include.members().forEach(each -> {
                    YamlNode included = nodes.get(each.text());
                    if (included == null) {
                        each.expected("a block: " + String.join(", ", nodes.keySet()));
                    } else if (including.contains(each.text())) {
                        each.mistake("'" + each.text() + "' includes itself");
                    } else {
                        List<String> deeper = new ArrayList<>(including);
                        deeper.add(each.text());
                        own(block, included, deeper);
                    }
                }));
        node.get("a").ifPresent(a -> a.members().forEach(each -> block.types().add(type(each))));
        node.get("identifiers").ifPresent(list -> list.members().forEach(each -> identifier(block, each)));
        node.get("properties").ifPresent(own -> block.properties().addAll(properties.read(own, block)));
    }

    private Property type(YamlNode node) {
        if (!node.isText()) {
            node.only(RuleReader.keysAnd(Set.of("iri", "private")));
            return new Property(
                    TYPE, null, false, rules.rule(node), new Property.Target.Address(), node.flag("private"));
        }
        String iri = term(node);
        ValueRule rule = ValueRule.of(node.line(), List.of(new TextSource.Constant(node.text(), iri)));
        return new Property(TYPE, null, false, rule, new Property.Target.Address(), false);
    }

    private String term(YamlNode node) {
        Optional<String> iri = rules.vocabularies().iri(node.text());
        if (iri.isEmpty()) {
            node.expected("a term such as dct:title with one of the prefixes "
                    + rules.vocabularies().prefixes());
        }
        return iri.orElse("urn:unknown");
    }

    private void identifier(Block block, YamlNode node) {
        if (!node.isMap()) {
            node.expected("a map such as { value: path, as: doi }");
            return;
        }
        node.only(RuleReader.keysAnd(IDENTIFIER_KEYS));
        if (block.isPart()) {
            node.mistake("only a thing has identifiers, and " + block.name() + " is a part");
        }
        YamlNode as = node.need("as");
        if (as != null) {
            boolean isOwn = !node.has("own") || node.flag("own");
            SchemeRule scheme = schemes.read(as);
            checkKind(block, as, scheme, isOwn);
            block.identifiers().add(new IdentifierRule(rules.rule(node), scheme, isOwn, node.flag("private")));
        }
    }

    private static void checkKind(Block block, YamlNode as, SchemeRule rule, boolean isOwn) {
        if (isOwn
                && rule instanceof SchemeRule.Fixed(SchemeRule.Checked checked)
                && block.kind().isPresent()) {
            IdentifierScheme scheme = checked.scheme();
            if (!scheme.kinds().contains(block.kind().get())) {
                as.mistake("found '" + scheme.name() + "', which identifies "
                        + String.join(
                                ", ", scheme.kinds().stream().map(Kind::segment).toList()) + "; expected one for a "
                        + block.kind().get().segment() + ", or own: false");
            }
        }
    }
}
