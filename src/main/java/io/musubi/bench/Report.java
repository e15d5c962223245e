package io.musubi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param lines for people
 * @param json the same for programs: maps, lists, texts and numbers
 */
public record Report(List<String> lines, Map<String, Object> json) {
    /** Nothing yet. */
    public static final Report EMPTY = new Report(List.of(), Map.of());

    /** This one, and {@code more} below it. */
    public Report and(Report more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(more.lines);
        Map<String, Object> both = new LinkedHashMap<>(json);
        both.putAll(more.json);
        return new Report(all, both);
    }

    /** This one, and one fact more, said to people in a line of its own. */
    public Report and(String name, Object value, String line) {
        return and(new Report(List.of(line), Map.of(name, value)));
    }
}
