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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles blocks and properties ({@code docs/crosswalk.md} § 4 and 5). */
final class BlockReader {
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String INTEGER = "http://www.w3.org/2001/XMLSchema#integer";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");
    private static final Set<String> BLOCK_KEYS = Set.of(
            "kind", "part", "fragment", "occurrence", "key", "when", "a", "include", "identifiers", "properties");
    private static final Set<String> PROPERTY_KEYS =
            Set.of("lang", "datatype", "iri", "thing", "part", "fragment", "link", "private", "predicate");
    private static final Set<String> IDENTIFIER_KEYS = Set.of("as", "own", "private");

    private final RuleReader rules;
    private final Map<String, SchemeRule.Checked> schemes;
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Map<String, YamlNode> nodes = new LinkedHashMap<>();

    BlockReader(RuleReader rules, Map<String, SchemeRule.Checked> schemes) {
        this.rules = rules;
        this.schemes = schemes;
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
        node.get("properties").ifPresent(properties -> block.properties().addAll(properties(properties, block)));
    }

    private Property type(YamlNode node) {
        if (!node.isText()) {
            node.only(union(RuleReader.KEYS, Set.of("iri", "private")));
            return new Property(
                    TYPE, null, false, rules.rule(node), new Property.Target.Address(), node.flag("private"));
        }
        String iri = term(node);
        ValueRule rule = ValueRule.of(
                node.line(),
                List.of(new ValueRule.Source.Constant(node.text(), iri)),
                new ValueRule.Otherwise.Remarked());
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
        node.only(union(RuleReader.KEYS, IDENTIFIER_KEYS));
        if (block.isPart()) {
            node.mistake("only a thing has identifiers, and " + block.name() + " is a part");
        }
        YamlNode as = node.need("as");
        if (as != null) {
            boolean isOwn = !node.has("own") || node.flag("own");
            SchemeRule scheme = scheme(as);
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

    private SchemeRule scheme(YamlNode node) {
        if (node.isText()) {
            SchemeRule.Checked checked = schemes.get(node.text());
            if (checked != null) {
                return new SchemeRule.Fixed(checked);
            }
            node.expected("an identifier scheme: "
                    + String.join(", ", schemes.keySet().stream().sorted().toList()));
        }
        ValueRule rule = rules.value(node);
        if (rule.lookup() != null) {
            rule.lookup().index().cells().values().stream()
                    .filter(cell -> !cell.isEmpty() && !schemes.containsKey(cell))
                    .distinct()
                    .forEach(cell -> node.mistake("the table gives '" + cell + "', which is no identifier scheme"));
        }
        boolean isOfValue = rule.sources().getFirst() instanceof ValueRule.Source.Texts(FieldPath path)
                && path.isAttribute()
                && rule.each().isEmpty();
        return new SchemeRule.Told(rule, isOfValue, schemes);
    }

    /** Compiles a map of properties; {@code block} is null for what is said of the record. */
    List<Property> properties(YamlNode node, @Nullable Block block) {
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
        node.only(union(RuleReader.KEYS, PROPERTY_KEYS));
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
            return new Property.Target.Link(scheme(node.get("link").orElseThrow()));
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
            return new Property.Language.Told(rules.path(node));
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

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }
}
