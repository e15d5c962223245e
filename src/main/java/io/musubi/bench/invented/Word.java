package io.musubi.bench.invented;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A word that things are called by.
 *
 * @param ja in Japanese
 * @param kana its reading
 * @param latin its reading in Latin letters
 * @param en in English
 */
record Word(String ja, String kana, String latin, String en) {
    static final List<Word> SUBJECTS = list("subjects");
    static final List<Word> WAYS = list("ways");
    static final List<Word> PLACES = list("places");
    static final List<Word> FAMILIES = list("families");
    static final List<Word> GIVEN = list("given");

    private static List<Word> list(String name) {
        String path = "/bench/" + name + ".txt";
        try (InputStream in = Word.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(cells -> new Word(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
