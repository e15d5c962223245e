package io.musubi.web.thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What something says by one property.
 *
 * @param property which
 * @param values in order
 */
public record Fact(Thing property, List<Thing> values) {
    /** What the page's own document says of {@code subject}, so far as it is wanted. */
    static List<Fact> of(Reading reading, Node subject, Comparator<Thing> order, Predicate<Triple> wanted) {
        Map<Thing, List<Thing>> byProperty = new TreeMap<>(order);
        reading.own(subject).stream()
                .filter(wanted)
                .forEach(triple -> byProperty
                        .computeIfAbsent(reading.thing(triple.getPredicate()), property -> new ArrayList<>())
                        .add(reading.thing(triple.getObject())));
        return byProperty.entrySet().stream()
                .map(it -> new Fact(
                        it.getKey(), it.getValue().stream().sorted(order).toList()))
                .toList();
    }
}
