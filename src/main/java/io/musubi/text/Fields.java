package io.musubi.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/**
 * Which statements are searched, and as what: {@code text/fields.properties}. All are lists of predicates.
 *
 * @param by links to those who made it or stand behind it
 * @param project links to projects
 * @param named other links to things whose names are searched too
 */
record Fields(
        List<String> title,
        List<String> reading,
        List<String> keyword,
        List<String> description,
        List<String> number,
        List<String> by,
        List<String> project,
        List<String> named) {
    static final Fields ALL = read();

    private static Fields read() {
        Properties lines = new Properties();
        try (InputStream in = Fields.class.getResourceAsStream("/text/fields.properties")) {
            if (in == null) {
                throw new IllegalStateException("Missing resource text/fields.properties");
            }
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource text/fields.properties", e);
        }
        return new Fields(
                list(lines, "title"),
                list(lines, "reading"),
                list(lines, "keyword"),
                list(lines, "description"),
                list(lines, "number"),
                list(lines, "by"),
                list(lines, "project"),
                list(lines, "named"));
    }

    private static List<String> list(Properties lines, String name) {
        return List.of(lines.getProperty(name).strip().split("\\s+"));
    }
}
