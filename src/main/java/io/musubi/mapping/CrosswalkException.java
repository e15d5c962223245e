package io.musubi.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** Mistakes in a {@code mapping.yaml} or a table, all those found, each with file, line, key and what was expected. */
public final class CrosswalkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    /**
     * One mistake.
     *
     * @param file as seen from the project's home, such as {@code mappings/jpcoar/mapping.yaml}
     * @param line counted from 1; 0 when the mistake is in no line
     * @param key the way to it, such as {@code blocks.dataset.properties.dct:title.lang}
     * @param message what was found and what was expected
     */
    public record Mistake(String file, int line, String key, String message) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + message;
        }
    }

    CrosswalkException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** All mistakes, in file order. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
