package io.musubi.web.entity;

import io.musubi.web.thing.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Lays beside each other what several records say of one thing. What a record says and the thing's own document does
 * not was not chosen: so no rule of {@code ontology/properties.yaml} need be known here. Values that a record names as
 * its own parts (people without identifier) are compared by name; parts of the thing are left out.
 */
final class Comparison {
    private final Thing thing;
    private final Graph shown;

    private record Topic(String property, String language) implements Comparable<Topic> {
        @Override
        public int compareTo(Topic other) {
            return Comparator.comparing(Topic::property)
                    .thenComparing(Topic::language)
                    .compare(this, other);
        }
    }

    private Comparison(Thing thing, Graph shown) {
        this.thing = thing;
        this.shown = shown;
    }

    static List<Voices.Row> rows(Thing thing, Graph shown, List<Voices.Voice> voices) {
        return new Comparison(thing, shown).rows(voices);
    }

    private List<Voices.Row> rows(List<Voices.Voice> voices) {
        Map<Topic, Set<String>> chosen = topics(shown);
        List<Map<Topic, List<Thing>>> said =
                voices.stream().map(voice -> things(voice.said())).toList();
        Set<Topic> topics = new TreeSet<>();
        said.forEach(it -> topics.addAll(it.keySet()));
        List<Voices.Row> rows = new ArrayList<>();
        for (Topic topic : topics) {
            Set<String> names = chosen.getOrDefault(topic, Set.of());
            rows.add(new Voices.Row(
                    thing.other(topic.property()),
                    topic.language(),
                    said.stream()
                            .map(it -> values(it.getOrDefault(topic, List.of()), names))
                            .toList()));
        }
        return rows;
    }

    private static List<Voices.Value> values(List<Thing> things, Set<String> chosen) {
        return things.stream()
                .map(it -> new Voices.Value(it, chosen.contains(it.text())))
                .toList();
    }

    private Map<Topic, Set<String>> topics(Graph graph) {
        Map<Topic, Set<String>> topics = new TreeMap<>();
        things(graph)
                .forEach((topic, things) -> topics.put(
                        topic,
                        new LinkedHashSet<>(things.stream().map(Thing::text).toList())));
        return topics;
    }

    private Map<Topic, List<Thing>> things(Graph graph) {
        Map<Topic, List<Thing>> things = new TreeMap<>();
        graph.find(thing.node(), Node.ANY, Node.ANY)
                .filterDrop(this::isPart)
                .forEachRemaining(triple -> things.computeIfAbsent(topic(triple), topic -> new ArrayList<>())
                        .add(thing.other(triple.getObject())));
        things.values().forEach(it -> it.sort(Comparator.comparing(Thing::text)));
        return things;
    }

    private boolean isPart(Triple triple) {
        return triple.getObject().isURI() && triple.getObject().getURI().startsWith(thing.iri() + "#");
    }

    private static Topic topic(Triple triple) {
        Node object = triple.getObject();
        return new Topic(triple.getPredicate().getURI(), object.isLiteral() ? object.getLiteralLanguage() : "");
    }
}
