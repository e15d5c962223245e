package io.musubi.mapping;

import io.musubi.mapping.CrosswalkException.Mistake;
import io.musubi.model.Hash;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Syntax;
import io.musubi.model.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compiles one {@code mapping.yaml} ({@code docs/crosswalk.md} § 3). */
final class CrosswalkReader {
    /** Counted up whenever the engine gives another result for the same crosswalk and payload. */
    static final String ENGINE = "1";

    private static final String PLACEHOLDERS = "placeholders";
    private static final Set<String> KEYS = Set.of(
            "format",
            "title",
            "syntax",
            "prefixes",
            "vocabularies",
            "units",
            "embedded",
            "parallel",
            "records",
            "default-access",
            "profiles",
            "blocks",
            "ignore",
            "private");
    private static final Set<String> RECORD_KEYS = Set.of(
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

    private final Tables tables;
    private final IdentifierSchemes schemes;
    private final byte[] schemesFile;
    private final List<Mistake> mistakes;

    /** A compiled crosswalk's parts. */
    record Parts(
            ReadingPlan plan,
            Text title,
            List<Parallel> parallel,
            List<RecordEntry> records,
            boolean isOpenByDefault,
            List<Profile> profiles,
            List<Block> blocks,
            List<Leftovers.Omission> omissions,
            Placeholders placeholders,
            IdentifierSchemes schemes,
            Hash hash) {}

    /** A shape profile and when a record is judged by it; null for always. */
    record Profile(String name, @Nullable Condition when) {}

    CrosswalkReader(Tables tables, IdentifierSchemes schemes, byte[] schemesFile, List<Mistake> mistakes) {
        this.tables = tables;
        this.schemes = schemes;
        this.schemesFile = schemesFile;
        this.mistakes = mistakes;
    }

    /**
     * Compiles {@code text}.
     *
     * @param file as messages name it
     * @param folder the folder's name, which the format must have
     * @return the crosswalk; not to be used when mistakes were noted
     */
    Optional<Crosswalk> read(String file, String folder, String text) {
        return YamlNode.root(file, text, mistakes).map(root -> new Crosswalk(parts(root, folder, text)));
    }

    private Parts parts(YamlNode root, String folder, String text) {
        root.only(KEYS);
        YamlNode format = root.need("format");
        if (format != null && !format.text().equals(folder)) {
            format.expected("the folder's name, '" + folder + "'");
        }
        Set<Syntax> syntaxes = syntaxes(root);
        Map<String, String> prefixes = prefixes(root);
        Vocabularies vocabularies = new Vocabularies();
        root.get("vocabularies")
                .ifPresent(it -> it.entries().forEach((prefix, iri) -> vocabularies.add(prefix, iri.text())));
        Set<String> known = new TreeSet<>(prefixes.values());
        known.add("xml");
        RuleReader rules = new RuleReader(vocabularies, tables, syntaxes.equals(Set.of(Syntax.XML)), known);
        BlockReader blocks = new BlockReader(rules, SchemeRule.all(schemes));
        root.get("blocks").ifPresent(blocks::read);
        YamlNode title = root.need("title");
        return new Parts(
                new ReadingPlan(folder, syntaxes, prefixes, units(root, rules), embedded(root)),
                title == null ? new Text("", "") : title.bothLanguages(),
                parallel(root, rules),
                records(root, rules, blocks),
                isOpenByDefault(root),
                profiles(root, rules),
                blocks.blocks(),
                omissions(root, rules),
                placeholders(),
                schemes,
                hash(text, rules));
    }

    private static Set<Syntax> syntaxes(YamlNode root) {
        Set<Syntax> syntaxes = new LinkedHashSet<>();
        YamlNode node = root.need("syntax");
        if (node != null) {
            for (YamlNode member : node.members()) {
                List<Syntax> found = List.of(Syntax.values()).stream()
                        .filter(it -> it.label().equals(member.text()))
                        .toList();
                if (found.isEmpty()) {
                    member.expected("json, xml or csv");
                }
                syntaxes.addAll(found);
            }
        }
        return syntaxes;
    }

    private static Map<String, String> prefixes(YamlNode root) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        root.get("prefixes")
                .ifPresent(node -> node.entries()
                        .forEach((prefix, namespaces) ->
                                namespaces.members().forEach(namespace -> prefixes.put(namespace.text(), prefix))));
        return prefixes;
    }

    private static List<ReadingPlan.Unit> units(YamlNode root, RuleReader rules) {
        List<ReadingPlan.Unit> units = new ArrayList<>();
        YamlNode node = root.need("units");
        if (node == null) {
            return units;
        }
        for (YamlNode member : node.members()) {
            member.only(Set.of("at", "recognise", "last"));
            YamlNode at = member.need("at");
            YamlNode recognise = member.need("recognise");
            if (at != null && recognise != null) {
                Condition condition = rules.condition(recognise);
                String wanted = recognise.isText() ? recognise.text().strip() : "condition of line " + recognise.line();
                units.add(new ReadingPlan.Unit(
                        names(at),
                        wanted,
                        unit -> condition.holds(unit, Scope.recognising(unit)),
                        member.flag("last")));
            }
        }
        return units;
    }

    private static List<String> names(YamlNode at) {
        String text = at.text().strip();
        return text.equals(".") ? List.of() : List.of(text.split("/"));
    }

    private static List<List<String>> embedded(YamlNode root) {
        return root.get("embedded")
                .map(node -> node.members().stream().map(CrosswalkReader::names).toList())
                .orElse(List.of());
    }

    private static List<Parallel> parallel(YamlNode root, RuleReader rules) {
        List<Parallel> parallel = new ArrayList<>();
        root.get("parallel")
                .ifPresent(node -> node.members().forEach(member -> {
                    member.only(Set.of("into", "separator", "fields"));
                    YamlNode into = member.need("into");
                    YamlNode separator = member.need("separator");
                    YamlNode fields = member.need("fields");
                    if (into != null && separator != null && fields != null) {
                        Map<String, List<FieldPath>> paths = new LinkedHashMap<>();
                        fields.entries().forEach((name, each) -> paths.put(name.intern(), rules.paths(each)));
                        parallel.add(new Parallel(into.text().intern(), separator.text(), paths));
                    }
                }));
        return parallel;
    }

    private static List<RecordEntry> records(YamlNode root, RuleReader rules, BlockReader blocks) {
        List<RecordEntry> records = new ArrayList<>();
        YamlNode node = root.need("records");
        if (node != null) {
            node.members().forEach(member -> records.add(record(member, rules, blocks)));
        }
        return records;
    }

    private static RecordEntry record(YamlNode node, RuleReader rules, BlockReader blocks) {
        node.only(RECORD_KEYS);
        YamlNode each = node.need("each");
        Optional<YamlNode> unless = node.get("unless");
        YamlNode id = unless.isPresent() ? node.get("id").orElse(null) : node.need("id");
        YamlNode main = unless.isPresent() ? node.get("main").orElse(null) : node.need("main");
        if (unless.isPresent()) {
            node.need("because");
        }
        List<RecordEntry.Also> also = new ArrayList<>();
        node.get("also")
                .ifPresent(list -> list.members().forEach(member -> {
                    member.only(Set.of("each", "value", "when", "block"));
                    YamlNode block = member.need("block");
                    if (block != null) {
                        blocks.things(block).forEach(it -> also.add(new RecordEntry.Also(rules.rule(member), it)));
                    }
                }));
        return new RecordEntry(
                each == null ? ExpressionParser.path(".") : rules.path(each),
                node.get("when").map(rules::condition).orElse(null),
                id == null ? ValueRule.nothing() : rules.value(id),
                node.flag("private-id"),
                node.get("datestamp").map(rules::value).orElse(null),
                node.get("deleted").map(rules::condition).orElse(null),
                unless.map(rules::condition).orElse(null),
                node.get("because")
                        .map(it -> reason(it, rules))
                        .orElse(new RecordEntry.Reason(new Text("", ""), Map.of())),
                node.get("access").map(rules::value).orElse(null),
                node.get("about").map(it -> blocks.properties(it, null)).orElse(List.of()),
                main == null ? List.of() : blocks.things(main),
                also);
    }

    private static RecordEntry.Reason reason(YamlNode node, RuleReader rules) {
        node.only(Set.of("ja", "en", "with"));
        return new RecordEntry.Reason(
                node.bothLanguages(), node.get("with").map(rules::holes).orElse(Map.of()));
    }

    private static boolean isOpenByDefault(YamlNode root) {
        Optional<YamlNode> node = root.get("default-access");
        if (node.isPresent() && !Set.of("open", "closed").contains(node.get().text())) {
            node.get().expected("open or closed");
        }
        return node.isPresent() && node.get().text().equals("open");
    }

    private static List<Profile> profiles(YamlNode root, RuleReader rules) {
        List<Profile> profiles = new ArrayList<>();
        root.get("profiles")
                .ifPresent(list -> list.members().forEach(member -> {
                    member.only(Set.of("name", "when"));
                    YamlNode name = member.need("name");
                    if (name != null) {
                        profiles.add(new Profile(
                                name.text(),
                                member.get("when").map(rules::condition).orElse(null)));
                    }
                }));
        return profiles;
    }

    private static List<Leftovers.Omission> omissions(YamlNode root, RuleReader rules) {
        List<Leftovers.Omission> omissions = new ArrayList<>();
        for (String key : List.of("ignore", "private")) {
            root.get(key)
                    .ifPresent(list -> list.members().forEach(member -> {
                        member.only(Set.of("at", "because"));
                        YamlNode at = member.need("at");
                        YamlNode because = member.need("because");
                        if (at != null && because != null) {
                            Text reason = because.bothLanguages();
                            at.members()
                                    .forEach(path ->
                                            omissions.add(omission(path, rules, key.equals("private"), reason)));
                        }
                    }));
        }
        return omissions;
    }

    private static Leftovers.Omission omission(YamlNode at, RuleReader rules, boolean isPrivate, Text because) {
        String text = at.text();
        boolean isAll = text.endsWith("/**") || text.equals("**");
        if (!isAll) {
            return new Leftovers.Omission(rules.path(at), false, isPrivate, because);
        }
        String above = text.equals("**") ? "." : text.equals("/**") ? "/" : text.substring(0, text.length() - 3);
        try {
            return new Leftovers.Omission(ExpressionParser.path(above), true, isPrivate, because);
        } catch (IllegalArgumentException e) {
            at.mistake(String.valueOf(e.getMessage()));
            return new Leftovers.Omission(ExpressionParser.path("."), false, isPrivate, because);
        }
    }

    private Placeholders placeholders() {
        return new Placeholders(tables.get(PLACEHOLDERS)
                .map(table -> table.column(table.header().getFirst()))
                .orElse(List.of()));
    }

    private Hash hash(String text, RuleReader rules) {
        MessageDigest digest = Hash.digest();
        digest.update(ENGINE.getBytes(StandardCharsets.UTF_8));
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update(schemesFile);
        tables.get(PLACEHOLDERS).ifPresent(table -> digest.update(table.bytes()));
        rules.used().forEach((name, table) -> digest.update(table.bytes()));
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }
}
