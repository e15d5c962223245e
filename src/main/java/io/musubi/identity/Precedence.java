package io.musubi.identity;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** How many values of a property an entity takes where records disagree: {@code ontology/properties.yaml}. */
public final class Precedence {
    /** No rule at all: every value stays. */
    static final Precedence NONE = new Precedence(Map.of(), Takes.MANY);

    private final Map<String, Takes> byPredicate;
    private final Takes otherwise;

    private Precedence(Map<String, Takes> byPredicate, Takes otherwise) {
        this.byPredicate = Map.copyOf(byPredicate);
        this.otherwise = otherwise;
    }

    /** How values of several records become those of one entity. */
    public enum Takes {
        /** One value, of the record that goes first. */
        ONE,
        /** For each language one value, of the first record that has that language. */
        ONE_PER_LANGUAGE,
        /** All values of the first record that has any: lists whose order matters. */
        LIST,
        /** Every value of every record. */
        MANY
    }

    /**
     * Reads the file: {@code prefixes} (prefix: namespace), {@code default}, {@code properties} (prefixed name: {takes:
     * one | one-per-language | list | many}).
     *
     * @throws IllegalArgumentException naming file and entry, when one is not of this form
     */
    public static Precedence load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<?, ?> root = map(file, "the file", new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
            Map<?, ?> prefixes = map(file, "prefixes", root.get("prefixes"));
            Map<String, Takes> takes = new HashMap<>();
            map(file, "properties", root.get("properties"))
                    .forEach((name, entry) -> takes.put(
                            expand(file, prefixes, String.valueOf(name)),
                            takes(
                                    file,
                                    String.valueOf(name),
                                    map(file, String.valueOf(name), entry).get("takes"))));
            return new Precedence(takes, takes(file, "default", root.get("default")));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What holds for {@code predicate}. */
    public Takes of(String predicate) {
        return byPredicate.getOrDefault(predicate, otherwise);
    }

    private static Map<?, ?> map(Path file, String where, @org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(file + ": " + where + " must be a map, found " + value);
    }

    private static String expand(Path file, Map<?, ?> prefixes, String name) {
        int colon = name.indexOf(':');
        Object namespace = colon < 0 ? null : prefixes.get(name.substring(0, colon));
        if (namespace == null) {
            throw new IllegalArgumentException(
                    file + ": '" + name + "' has no known prefix; expected one of " + prefixes.keySet());
        }
        return namespace + name.substring(colon + 1);
    }

    private static Takes takes(Path file, String where, @org.jspecify.annotations.Nullable Object value) {
        try {
            return Takes.valueOf(String.valueOf(value).toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + ": " + where + " takes '" + value + "'; expected one, one-per-language, list or many", e);
        }
    }
}
