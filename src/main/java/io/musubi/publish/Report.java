package io.musubi.publish;

import io.musubi.model.State;
import io.musubi.model.Text;
import java.util.List;
import java.util.Optional;

/**
 * What keeps a part of a catalogue from conforming to DCAT-AP, and what is recommended and missing: the results of the
 * shapes of {@code shapes/dcat-ap} on its pages.
 *
 * @param state the state it shows
 * @param looked how many datasets were looked at
 * @param total how many the catalogue lists
 * @param missing each breach of what DCAT-AP demands, in the order of the nodes
 * @param advised how often each recommendation is not met, in the order of the rules
 * @param next where the next part begins; empty at the end
 */
public record Report(
        State state, int looked, long total, List<Gap> missing, List<Advice> advised, Optional<Cursor> next) {
    /** Takes immutable copies. */
    public Report {
        missing = List.copyOf(missing);
        advised = List.copyOf(advised);
    }

    /**
     * A breach of what DCAT-AP demands.
     *
     * @param node what lacks it
     * @param property the property
     * @param rule the shape's name
     * @param message what is wrong
     */
    public record Gap(String node, String property, String rule, Text message) {}

    /**
     * A recommendation that is not met.
     *
     * @param property the property
     * @param rule the shape's name
     * @param message what is recommended
     * @param times how often
     */
    public record Advice(String property, String rule, Text message, int times) {}
}
