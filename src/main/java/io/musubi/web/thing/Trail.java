package io.musubi.web.thing;

import io.musubi.web.page.Prefixes;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A way through the graph from one thing to others, written as in SPARQL: {@code ^frapo:isOutputOf/dct:creator}. Steps
 * are divided by a slash, ways of one step by a bar, {@code ^} goes against the arrow, {@code owner} goes from a part to
 * what it is a part of; several trails together are divided by a comma and a blank. Only prefixes of {@code web/prefixes.properties}.
 */
final class Trail {
    private static final String OWNER = "owner";
    private static final Map<String, Trail> KNOWN = new ConcurrentHashMap<>();

    private final List<List<Step>> branches;

    private record Way(Node property, boolean isBack) {}

    /** Any of several ways; none of them: to the owner. */
    private record Step(List<Way> ways) {}

    private Trail(List<List<Step>> branches) {
        this.branches = branches;
    }

    /**
     * Reads a trail.
     *
     * @throws IllegalArgumentException when a prefix is unknown
     */
    static Trail of(String text) {
        return KNOWN.computeIfAbsent(
                text, it -> new Trail(parts(it, ", ").map(Trail::branch).toList()));
    }

    private static List<Step> branch(String text) {
        return parts(text, "/")
                .map(step -> new Step(
                        step.equals(OWNER)
                                ? List.of()
                                : parts(step, "|").map(Trail::way).toList()))
                .toList();
    }

    private static Stream<String> parts(String text, String divider) {
        return Arrays.stream(text.split(Pattern.quote(divider), -1));
    }

    private static Way way(String text) {
        boolean isBack = text.startsWith("^");
        String name = isBack ? text.substring(1) : text;
        return new Way(NodeFactory.createURI(Prefixes.expand(name)), isBack);
    }

    /**
     * Where the trail leads.
     *
     * @param limit no step goes on from more things than this, and none is asked for more
     */
    Set<Node> walk(Reading reading, Node from, int limit) {
        Set<Node> ends = new LinkedHashSet<>();
        branches.forEach(branch -> ends.addAll(walk(reading, from, branch, limit)));
        return ends;
    }

    private static Set<Node> walk(Reading reading, Node from, List<Step> branch, int limit) {
        Set<Node> here = Set.of(from);
        for (Step step : branch) {
            Set<Node> next = new LinkedHashSet<>();
            for (Node node : here) {
                if (step.ways().isEmpty()) {
                    next.add(reading.owner(node));
                }
                step.ways()
                        .forEach(way -> reading.follow(node, way.property(), way.isBack(), limit - next.size(), next));
            }
            here = next;
        }
        return here;
    }

    /** The properties of first steps that go forward: what a page that follows this trail has told of its thing. */
    List<Node> begins() {
        return branches.stream()
                .flatMap(branch -> branch.getFirst().ways().stream())
                .filter(way -> !way.isBack())
                .map(Way::property)
                .toList();
    }
}
