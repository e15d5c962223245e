package io.musubi.web.page;

import io.musubi.model.Text;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of pages in both languages, from {@code web/words.properties} and {@code web/<area>/words.properties}: {@code
 * key.ja=…} and {@code key.en=…}. A key that is missing in one of them is a mistake of ours and fails.
 */
public final class Words {
    private static final String FILE = "words.properties";
    private static final Map<String, Map<String, Text>> AREAS = new ConcurrentHashMap<>();

    private Words() {}

    /**
     * A word.
     *
     * @param area the folder below {@code web/} that is asked first; the words of all areas follow
     */
    public static Text of(String area, String key) {
        return Optional.ofNullable(area(area).get(key))
                .or(() -> Optional.ofNullable(area("").get(key)))
                .orElseThrow(() -> new IllegalStateException(
                        "There is no word '" + key + "' in web/" + area + "/" + FILE + " nor in web/" + FILE));
    }

    /** All words of an area; empty where it has no file. */
    static Map<String, Text> area(String area) {
        return AREAS.computeIfAbsent(area, Words::read);
    }

    private static Map<String, Text> read(String area) {
        String name = area.isEmpty() ? FILE : area + "/" + FILE;
        if (Resources.bytes(name).isEmpty()) {
            return Map.of();
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Resources.text(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail", e);
        }
        Map<String, Text> words = new TreeMap<>();
        for (String each : properties.stringPropertyNames()) {
            String key = each.substring(0, Math.max(0, each.lastIndexOf('.')));
            words.computeIfAbsent(key, k -> new Text(both(name, properties, k, "ja"), both(name, properties, k, "en")));
        }
        return words;
    }

    private static String both(String name, Properties properties, String key, String language) {
        String word = properties.getProperty(key + "." + language);
        if (word == null) {
            throw new IllegalStateException("web/" + name + " has no '" + key + "." + language + "'");
        }
        return word;
    }
}
