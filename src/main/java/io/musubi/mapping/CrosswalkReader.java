package io.musubi.mapping;

import io.musubi.mapping.CrosswalkException.Mistake;
import io.musubi.model.Hash;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        PlanReader plan = new PlanReader(root);
        Vocabularies vocabularies = new Vocabularies();
        root.get("vocabularies")
                .ifPresent(it -> it.entries().forEach((prefix, iri) -> vocabularies.add(prefix, iri.text())));
        LookupReader lookups = new LookupReader(vocabularies, tables);
        RuleReader rules = new RuleReader(vocabularies, plan.paths(), lookups);
        BlockReader blocks = new BlockReader(rules, SchemeRule.all(schemes));
        root.get("blocks").ifPresent(blocks::read);
        YamlNode title = root.need("title");
        return new Parts(
                plan.read(folder, rules),
                title == null ? new Text("", "") : title.bothLanguages(),
                parallel(root, rules),
                new RecordReader(rules, blocks).read(root),
                isOpenByDefault(root),
                profiles(root, rules),
                blocks.blocks(),
                omissions(root, rules),
                placeholders(),
                schemes,
                hash(text, lookups));
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
                        fields.entries()
                                .forEach((name, each) ->
                                        paths.put(name.intern(), rules.paths().paths(each)));
                        parallel.add(new Parallel(into.text().intern(), separator.text(), paths));
                    }
                }));
        return parallel;
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
            return new Leftovers.Omission(rules.paths().path(at), false, isPrivate, because);
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

    private Hash hash(String text, LookupReader lookups) {
        MessageDigest digest = Hash.digest();
        digest.update(ENGINE.getBytes(StandardCharsets.UTF_8));
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update(schemesFile);
        tables.get(PLACEHOLDERS).ifPresent(table -> digest.update(table.bytes()));
        lookups.used().forEach((name, table) -> digest.update(table.bytes()));
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }
}
