package io.musubi.web.query;

import io.musubi.model.Text;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A query to start from.
 *
 * @param name the file's name without its extension, in words
 * @param audience whom it is made for
 * @param title what it answers
 * @param about what it shows and how to change it
 * @param text the query, without the comments that hold all this
 */
public record Example(String name, Audience audience, Text title, Text about, String text) {
    private static final Set<String> KEYS = Set.of("for", "title.ja", "title.en", "about.ja", "about.en");

    /** The word in a query that stands for the reader's language. */
    private static final String LANGUAGE = "\"ja\"";

    /**
     * Reads an example: a query whose first lines are comments of the form {@code # key = value}, with the keys {@code
     * for}, {@code title.ja}, {@code title.en}, {@code about.ja} and {@code about.en}; a backslash at the end continues a
     * line.
     *
     * @throws IllegalArgumentException when a key is missing or unknown, or no query follows
     */
    static Example read(String name, String content) {
        int end = content.lines()
                .takeWhile(line -> line.startsWith("#"))
                .mapToInt(line -> line.length() + 1)
                .sum();
        Map<String, String> said = said(name, content.substring(0, Math.min(end, content.length())));
        String text = content.substring(Math.min(end, content.length())).strip();
        if (!said.keySet().equals(KEYS) || text.isEmpty()) {
            throw new IllegalArgumentException("The example query " + name + ".rq begins with " + said.keySet()
                    + "; expected are comments '# key = value' for " + KEYS + ", then the query");
        }
        return new Example(
                name,
                audience(name, said.getOrDefault("for", "")),
                new Text(said.getOrDefault("title.ja", ""), said.getOrDefault("title.en", "")),
                new Text(said.getOrDefault("about.ja", ""), said.getOrDefault("about.en", "")),
                text + "\n");
    }

    private static Map<String, String> said(String name, String comments) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(
                    comments.lines().map(line -> line.substring(1).strip()).collect(Collectors.joining("\n"))));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("The comments of the example query " + name + ".rq cannot be read", e);
        }
        Map<String, String> said = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> said.put(key, properties.getProperty(key)));
        return said;
    }

    private static Audience audience(String name, String word) {
        return Arrays.stream(Audience.values())
                .filter(each -> each.key().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The example query " + name + ".rq is for '" + word
                        + "'; expected one of "
                        + Arrays.stream(Audience.values()).map(Audience::key).toList()));
    }

    /** The query for a reader of {@code language}: names and titles are asked for in it. */
    public String in(String language) {
        return text.replace(LANGUAGE, "\"" + language + "\"");
    }
}
