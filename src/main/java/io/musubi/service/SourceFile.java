package io.musubi.service;

import io.musubi.model.RecordAccess;
import io.musubi.model.SourceSettings;
import io.musubi.model.Text;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A {@code source.yaml}: who delivers the files beside it. */
public final class SourceFile {
    /** Its name. */
    public static final String NAME = "source.yaml";

    private static final Set<String> KEYS =
            Set.of("id", "title", "publisher", "licence", "format", "default-access", "rank", "delivery", "role");

    private final Path file;
    private final Map<?, ?> root;

    private SourceFile(Path file, Map<?, ?> root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads {@code file}: {@code id}, {@code title} {ja, en}, {@code publisher} {name {ja, en}, ror}, {@code licence},
     * {@code format}, {@code default-access} open or closed, {@code rank}, {@code delivery} changes or complete, {@code
     * role} records or authority. All but {@code id} may be left out.
     *
     * @throws IllegalArgumentException naming file, key, what was expected and what was found
     */
    public static SourceSettings read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (root instanceof Map<?, ?> map) {
                return new SourceFile(file, map).settings();
            }
            throw new IllegalArgumentException(
                    file + ": expected keys and values such as 'id: my-source', found " + root);
        } catch (IOException | YAMLException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private SourceSettings settings() {
        for (Object key : root.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw wrong(
                        String.valueOf(key), "one of " + KEYS.stream().sorted().toList(), key);
            }
        }
        String id = text("id").orElseThrow(() -> wrong("id", "lower-case letters, digits and hyphens", null));
        if (!isId(id)) {
            throw wrong("id", "lower-case letters, digits and hyphens", id);
        }
        Object publisher = root.get("publisher");
        Map<?, ?> who = publisher instanceof Map<?, ?> map ? map : Map.of();
        return new SourceSettings(
                id,
                bilingual(root.get("title"), new Text(id, id)),
                bilingual(who.get("name"), new Text("", "")),
                Optional.ofNullable(who.get("ror"))
                        .map(it -> String.valueOf(it).replaceFirst("^https?://ror.org/", "")),
                text("licence"),
                text("format"),
                text("default-access").map(it -> choice("default-access", it, RecordAccess.class)),
                text("rank").map(this::number).orElse(100),
                text("delivery")
                                .map(it -> choice("delivery", it, Delivery.class))
                                .orElse(Delivery.CHANGES)
                        == Delivery.COMPLETE,
                text("role").map(it -> choice("role", it, Role.class)).orElse(Role.RECORDS) == Role.AUTHORITY);
    }

    private enum Delivery {
        CHANGES,
        COMPLETE
    }

    private enum Role {
        RECORDS,
        AUTHORITY
    }

    /** Whether {@code id} may name a source. */
    public static boolean isId(String id) {
        return id.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(root.get(key)).map(String::valueOf);
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong("rank", "a whole number", text);
        }
    }

    private <T extends Enum<T>> T choice(String key, String text, Class<T> of) {
        for (T it : of.getEnumConstants()) {
            if (it.name().toLowerCase(Locale.ROOT).equals(text)) {
                return it;
            }
        }
        throw wrong(
                key,
                String.join(
                        " or ",
                        java.util.Arrays.stream(of.getEnumConstants())
                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                .toList()),
                text);
    }

    private static Text bilingual(@Nullable Object value, Text otherwise) {
        if (value instanceof Map<?, ?> map) {
            String ja = map.get("ja") == null ? "" : String.valueOf(map.get("ja"));
            String en = map.get("en") == null ? "" : String.valueOf(map.get("en"));
            return new Text(ja, en);
        }
        return value == null ? otherwise : new Text(String.valueOf(value), String.valueOf(value));
    }

    private IllegalArgumentException wrong(String key, String expected, @Nullable Object found) {
        return new IllegalArgumentException(file + ", " + key + ": expected " + expected + ", found "
                + (found == null ? "nothing" : "'" + found + "'"));
    }
}
