package io.musubi.web.thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/**
 * One subject of a small graph with all that is said of it there: the plain view of any triples.
 *
 * @param subject of the triples
 * @param facts what they say
 */
public record Described(Thing subject, List<Fact> facts) {
    /** All of {@code graph}, the reading's own subject first, then in the order of IRIs. */
    public static List<Described> all(Reading reading, Graph graph) {
        Map<String, List<Triple>> bySubject = new TreeMap<>();
        graph.find()
                .forEachRemaining(triple -> bySubject
                        .computeIfAbsent(triple.getSubject().toString(), iri -> new ArrayList<>())
                        .add(triple));
        return bySubject.values().stream()
                .map(triples -> of(reading, triples))
                .sorted(Comparator.comparing(it -> !it.subject().equals(reading.subject())))
                .toList();
    }

    private static Described of(Reading reading, List<Triple> triples) {
        Map<String, List<Triple>> byProperty = new TreeMap<>();
        triples.forEach(triple -> byProperty
                .computeIfAbsent(triple.getPredicate().getURI(), property -> new ArrayList<>())
                .add(triple));
        List<Fact> facts = new ArrayList<>();
        byProperty.forEach((property, found) -> facts.add(new Fact(
                reading.thing(property),
                found.stream()
                        .map(Triple::getObject)
                        .sorted(Comparator.comparing(Object::toString))
                        .map(reading::thing)
                        .toList())));
        return new Described(reading.thing(triples.getFirst().getSubject()), facts);
    }
}
