package io.musubi.text;

import io.musubi.rdf.NTriplesReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** What a document says, by subject and predicate; always in the order of its text. */
final class Statements {
    private final Map<String, Map<String, List<Node>>> bySubject = new TreeMap<>();

    /**
     * Reads canonical N-Triples.
     *
     * @throws org.apache.jena.riot.RiotException when it is none
     */
    Statements(String triples) {
        NTriplesReader.read(
                triples,
                triple -> bySubject
                        .computeIfAbsent(triple.getSubject().getURI(), iri -> new LinkedHashMap<>())
                        .computeIfAbsent(triple.getPredicate().getURI(), iri -> new ArrayList<>())
                        .add(triple.getObject()));
    }

    Set<String> subjects() {
        return bySubject.keySet();
    }

    /** The objects of a subject by any of {@code predicates}, in the order of these. */
    List<Node> of(String subject, List<String> predicates) {
        Map<String, List<Node>> said = bySubject.getOrDefault(subject, Map.of());
        return predicates.stream()
                .flatMap(predicate -> said.getOrDefault(predicate, List.of()).stream())
                .toList();
    }

    List<Node> of(String subject, String predicate) {
        return of(subject, List.of(predicate));
    }

    /** The objects by any of {@code predicates}, of the subject first, then of its parts, without repetition. */
    Set<Node> ofAll(String subject, List<String> predicates) {
        Set<Node> found = new LinkedHashSet<>(of(subject, predicates));
        bySubject.keySet().forEach(part -> found.addAll(of(part, predicates)));
        return found;
    }

    /** The texts among {@code nodes}. */
    static Stream<Node> texts(Stream<Node> nodes) {
        return nodes.filter(Node::isLiteral);
    }

    /** The IRIs among {@code nodes}. */
    static Stream<String> iris(Stream<Node> nodes) {
        return nodes.filter(Node::isURI).map(Node::getURI);
    }
}
