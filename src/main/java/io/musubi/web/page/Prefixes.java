package io.musubi.web.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** How IRIs are shortened for people, from {@code web/prefixes.properties}. */
public final class Prefixes {
    public static final Map<String, String> ALL = read();

    private Prefixes() {}

    private static Map<String, String> read() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Resources.text("prefixes.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail", e);
        }
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(prefix -> all.put(prefix, properties.getProperty(prefix)));
        return Map.copyOf(all);
    }

    /**
     * The IRI of {@code dct:title}.
     *
     * @throws IllegalArgumentException when there is no such prefix
     */
    public static String expand(String name) {
        int colon = name.indexOf(':');
        String namespace = colon < 0 ? null : ALL.get(name.substring(0, colon));
        if (namespace == null) {
            throw new IllegalArgumentException("'" + name + "' has no prefix of web/prefixes.properties");
        }
        return namespace + name.substring(colon + 1);
    }

    /** {@code dct:title} for its IRI; the IRI itself where no prefix fits. */
    public static String shorten(String iri) {
        return ALL.entrySet().stream()
                .filter(entry -> iri.startsWith(entry.getValue())
                        && iri.length() > entry.getValue().length())
                .map(entry ->
                        entry.getKey() + ":" + iri.substring(entry.getValue().length()))
                .findFirst()
                .orElse(iri);
    }
}
