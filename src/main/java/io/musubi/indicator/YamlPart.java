package io.musubi.indicator;

import io.musubi.model.Text;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A place in an {@code indicator.yaml} that knows its file and key, so that what is wrong there can be told. */
final class YamlPart {
    private final Path file;
    private final String key;
    private final @Nullable Object value;

    private YamlPart(Path file, String key, @Nullable Object value) {
        this.file = file;
        this.key = key;
        this.value = value;
    }

    static YamlPart read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return new YamlPart(file, "", new Yaml(new SafeConstructor(options)).load(reader));
        } catch (IOException | YAMLException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    IllegalArgumentException wrong(String expected) {
        String found = value == null ? "nothing" : "'" + value + "'";
        return new IllegalArgumentException(
                file + ", key '" + (key.isEmpty() ? "(top)" : key) + "': expected " + expected + ", found " + found);
    }

    private YamlPart below(Object name, @Nullable Object there) {
        return new YamlPart(file, key.isEmpty() ? String.valueOf(name) : key + "." + name, there);
    }

    private Map<?, ?> map() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong("keys and values");
    }

    /** What stands under {@code name}; it may be nothing. */
    YamlPart get(String name) {
        return below(name, map().get(name));
    }

    boolean isThere() {
        return value != null;
    }

    /** Refuses keys that mean nothing here. */
    YamlPart only(Set<String> known) {
        for (Object name : map().keySet()) {
            if (!known.contains(String.valueOf(name))) {
                throw new IllegalArgumentException(below(name, null).place() + ": unknown key; expected one of "
                        + String.join(", ", new TreeSet<>(known)) + ", found '" + name + "'");
            }
        }
        return this;
    }

    private String place() {
        return file + ", key '" + key + "'";
    }

    Map<String, YamlPart> entries() {
        Map<String, YamlPart> entries = new LinkedHashMap<>();
        map().forEach((name, there) -> entries.put(String.valueOf(name), below(name, there)));
        return entries;
    }

    /** The members of a list; none where there is nothing. */
    List<YamlPart> members() {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong("a list");
        }
        List<YamlPart> members = new ArrayList<>();
        for (Object each : list) {
            members.add(new YamlPart(file, key + "[" + (members.size() + 1) + "]", each));
        }
        return members;
    }

    String text() {
        if (value == null
                || value instanceof Map<?, ?>
                || value instanceof List<?>
                || value.toString().isBlank()) {
            throw wrong("a text");
        }
        return value.toString().strip();
    }

    Optional<String> maybe() {
        return isThere() ? Optional.of(text()) : Optional.empty();
    }

    boolean flag() {
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw wrong("true or false");
    }

    int number(int otherwise) {
        if (value == null || value instanceof Integer) {
            return value == null ? otherwise : (Integer) value;
        }
        throw wrong("a whole number");
    }

    /** A text in both languages. */
    Text bothLanguages() {
        if (!(value instanceof Map<?, ?>)) {
            throw wrong("a text in both languages: { ja: …, en: … }");
        }
        only(Set.of("ja", "en"));
        return new Text(get("ja").text(), get("en").text());
    }
}
