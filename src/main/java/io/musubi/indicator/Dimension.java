package io.musubi.indicator;

import io.musubi.model.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what an indicator breaks its numbers down.
 *
 * @param name the query's variable, without question mark
 * @param label for people
 * @param none what an unbound value means, such as "not stated"
 * @param values known values, in the order they are shown in; others follow as the query orders them
 * @param sdmx the SDMX dimension it specialises ({@code refPeriod}), if any
 */
public record Dimension(String name, Text label, Text none, List<Known> values, Optional<String> sdmx) {
    /** Takes immutable copies. */
    public Dimension {
        values = List.copyOf(values);
    }

    /**
     * Values that have a place, and perhaps a label, of their own.
     *
     * @param match matches the whole IRI or literal
     * @param label with {@code $1} … for the groups of the match; without one the graph's name of the value is used
     */
    public record Known(Pattern match, Optional<Text> label) {}

    /** The place of a value, told by {@link Value#key()}, among its siblings; the one that is not stated is last. */
    public int place(String key) {
        if (key.isEmpty()) {
            return values.size() + 1;
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).match().matcher(key).matches()) {
                return i;
            }
        }
        return values.size();
    }

    /** The label that the folder gives a value, if it gives one. */
    Optional<Text> label(String key) {
        if (key.isEmpty()) {
            return Optional.of(none);
        }
        for (Known known : values) {
            Matcher matcher = known.match().matcher(key);
            if (matcher.matches()) {
                return known.label().map(it -> new Text(matcher.replaceFirst(it.ja()), matcher.replaceFirst(it.en())));
            }
        }
        return Optional.empty();
    }
}
