package io.musubi.mapping.normalise;

import io.musubi.model.IdentifierScheme;
import io.musubi.model.IdentifierScheme.Address;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Kind;
import io.musubi.model.Text;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code ontology/identifiers.yaml}, whose head explains its keys. */
public final class IdentifierSchemeReader {
    private static final String OWN = "https://w3id.org/musubi/codelist/identifier-scheme/";
    private static final String SPAR = "http://purl.org/spar/datacite/";
    private static final Set<String> KEYS =
            Set.of("label", "normaliser", "one", "ties", "claimed-as", "spar", "addresses");
    private static final Set<String> ADDRESS_KEYS = Set.of("iri", "match", "upper-case", "same-as");

    private final Path file;
    private final Map<Kind, List<String>> strength = new EnumMap<>(Kind.class);

    private IdentifierSchemeReader(Path file) {
        this.file = file;
    }

    /**
     * The schemes in {@code file}.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when something in it is wrong; the message names file, key, found and expected
     */
    public static IdentifierSchemes read(Path file) throws IOException {
        return new IdentifierSchemeReader(file).read();
    }

    private IdentifierSchemes read() throws IOException {
        Map<?, ?> root = load();
        unknownKeys("", root, Set.of("strength", "schemes"));
        map("strength", root.get("strength")).forEach((kind, names) -> {
            String key = "strength." + kind;
            strength.put(kind(key, kind.toString()), strings(key, names));
        });
        Map<?, ?> entries = map("schemes", root.get("schemes"));
        checkStrength(entries.keySet());
        List<IdentifierScheme> schemes = new ArrayList<>();
        entries.forEach((name, entry) -> schemes.add(scheme(name.toString(), entry)));
        checkClaimedAs(entries.keySet(), schemes);
        return new IdentifierSchemes(schemes, strength);
    }

    private Map<?, ?> load() throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object root = new Yaml(new SafeConstructor(options)).load(in);
            return map("the file", root);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(file + " is not the YAML expected: " + e.getMessage(), e);
        }
    }

    private IdentifierScheme scheme(String name, Object entry) {
        String key = "schemes." + name;
        Map<?, ?> map = map(key, entry);
        unknownKeys(key, map, KEYS);
        String claimedAs = map.get("claimed-as") instanceof String other ? other : name;
        Map<?, ?> label = map(key + ".label", map.get("label"));
        return new IdentifierScheme(
                name,
                claimedAs,
                new Text(string(key + ".label.ja", label.get("ja")), string(key + ".label.en", label.get("en"))),
                kinds(key, claimedAs),
                flag(key + ".one", map.get("one"), false),
                flag(key + ".ties", map.get("ties"), true),
                normaliser(key + ".normaliser", string(key + ".normaliser", map.get("normaliser"))),
                map.get("spar") == null ? OWN + name : SPAR + string(key + ".spar", map.get("spar")),
                addresses(key + ".addresses", map.get("addresses")));
    }

    private List<Kind> kinds(String key, String scheme) {
        List<Kind> kinds = strength.entrySet().stream()
                .filter(entry -> entry.getValue().contains(scheme))
                .map(Map.Entry::getKey)
                .toList();
        if (kinds.isEmpty()) {
            throw wrong(key, "in no list", "in at least one list under strength");
        }
        return kinds;
    }

    private List<Address> addresses(String key, @Nullable Object value) {
        List<Address> addresses = new ArrayList<>();
        if (value != null) {
            for (Object entry : list(key, value)) {
                Map<?, ?> map = map(key, entry);
                unknownKeys(key, map, ADDRESS_KEYS);
                addresses.add(new Address(
                        pattern(key + ".match", map.get("match")),
                        string(key + ".iri", map.get("iri")),
                        flag(key + ".upper-case", map.get("upper-case"), false),
                        flag(key + ".same-as", map.get("same-as"), true)));
            }
        }
        return addresses;
    }

    private Pattern pattern(String key, @Nullable Object value) {
        try {
            return value == null ? Pattern.compile(".*", Pattern.DOTALL) : Pattern.compile(string(key, value));
        } catch (PatternSyntaxException e) {
            throw wrong(key, String.valueOf(e.getMessage()), "a regular expression");
        }
    }

    private String normaliser(String key, String name) {
        try {
            return Normalisers.named(name).name();
        } catch (IllegalArgumentException e) {
            throw wrong(key, name, String.valueOf(e.getMessage()));
        }
    }

    private Kind kind(String key, String segment) {
        try {
            return Kind.of(segment);
        } catch (IllegalArgumentException e) {
            throw wrong(key, segment, String.valueOf(e.getMessage()));
        }
    }

    private void checkStrength(Set<?> names) {
        strength.forEach((kind, list) -> list.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> {
                    throw wrong("strength." + kind.segment(), name, "a scheme under schemes");
                }));
    }

    private void checkClaimedAs(Set<?> names, List<IdentifierScheme> schemes) {
        schemes.stream().filter(scheme -> !names.contains(scheme.claimedAs())).forEach(scheme -> {
            throw wrong("schemes." + scheme.name() + ".claimed-as", scheme.claimedAs(), "a scheme");
        });
    }

    private void unknownKeys(String key, Map<?, ?> map, Set<String> known) {
        map.keySet().stream().filter(each -> !known.contains(each)).forEach(each -> {
            throw wrong(
                    key,
                    String.valueOf(each),
                    "one of " + known.stream().sorted().toList());
        });
    }

    private Map<?, ?> map(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(key, String.valueOf(value), "a map");
    }

    private List<?> list(String key, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(key, String.valueOf(value), "a list");
    }

    private List<String> strings(String key, Object value) {
        return list(key, value).stream().map(each -> string(key, each)).toList();
    }

    private String string(String key, @Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(key, String.valueOf(value), "a text");
    }

    private boolean flag(String key, @Nullable Object value, boolean otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, String.valueOf(value), "true or false");
    }

    private IllegalArgumentException wrong(String key, String found, String expected) {
        return new IllegalArgumentException(file + ", " + key + ": found " + found + "; expected " + expected);
    }
}
