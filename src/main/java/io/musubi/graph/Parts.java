package io.musubi.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Finds the triples of one document: from its IRI along the objects that are its own parts ({@code iri#…}). A part to
 * which no triple of the document leads is <em>loose</em>; the graph keeps a list of those.
 */
final class Parts {
    private final Node document;
    private final String prefix;

    Parts(String iri) {
        this.document = NodeFactory.createURI(iri);
        this.prefix = iri + "#";
    }

    Node document() {
        return document;
    }

    /**
     * All triples of the document.
     *
     * @param loose its loose parts
     * @param of gives the triples of one subject
     */
    Set<Triple> walk(Collection<Node> loose, Function<Node, Collection<Triple>> of) {
        Set<Triple> found = new HashSet<>();
        Set<Node> seen = new HashSet<>(loose);
        seen.add(document);
        Deque<Node> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            for (Triple triple : of.apply(waiting.pop())) {
                found.add(triple);
                if (isPart(triple.getObject()) && seen.add(triple.getObject())) {
                    waiting.push(triple.getObject());
                }
            }
        }
        return found;
    }

    /** The loose parts of a document that consists of {@code triples}: with them, a walk finds all. */
    Set<Node> loose(Set<Triple> triples) {
        Map<Node, List<Triple>> bySubject = triples.stream().collect(Collectors.groupingBy(Triple::getSubject));
        Set<Node> subjects = new HashSet<>(bySubject.keySet());
        walk(Set.of(), subject -> bySubject.getOrDefault(subject, List.of()))
                .forEach(triple -> subjects.remove(triple.getSubject()));
        subjects.remove(document);
        return subjects;
    }

    private boolean isPart(Node node) {
        return node.isURI() && node.getURI().startsWith(prefix);
    }
}
