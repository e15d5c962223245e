package io.musubi.rdf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Which of several texts a reader is shown: one in the reader's language, else in the other language of the house, else
 * one without a language, else any.
 */
public final class Wording {
    /** What names a thing, the first before the others where both are in the same language. */
    private static final List<Node> NAMING = List.of(
            SKOS.prefLabel.asNode(),
            RDFS.label.asNode(),
            DCTerms.title.asNode(),
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"));

    private Wording() {}

    /** The best of {@code literals} for a reader of {@code language}; of equals the first. */
    public static Optional<Node> best(List<Node> literals, String language) {
        return literals.stream().min(preferring(language));
    }

    /** What the first of {@code graphs} that names a thing calls it. */
    public static Optional<Node> name(List<Graph> graphs, Node thing, String language) {
        return graphs.stream()
                .flatMap(graph -> name(graph, thing, language).stream())
                .findFirst();
    }

    /** What {@code graph} calls a thing, a literal: of equals the first in order of text, whatever the order of storage. */
    public static Optional<Node> name(Graph graph, Node thing, String language) {
        Optional<Node> best = Optional.empty();
        for (Node property : NAMING) {
            Optional<Node> found = text(graph, thing, property, language);
            if (found.filter(it -> it.getLiteralLanguage().equals(language)).isPresent()) {
                return found;
            }
            if (found.isPresent() && (best.isEmpty() || preferring(language).compare(found.get(), best.get()) < 0)) {
                best = found;
            }
        }
        return best;
    }

    /** The best literal that {@code graph} gives as {@code property} of a thing; of equals the first in order of text. */
    public static Optional<Node> text(Graph graph, Node thing, Node property, String language) {
        ExtendedIterator<Triple> found = graph.find(thing, property, Node.ANY);
        try {
            return found.toList().stream()
                    .map(Triple::getObject)
                    .filter(Node::isLiteral)
                    .min(preferring(language).thenComparing(Node::getLiteralLexicalForm));
        } finally {
            found.close();
        }
    }

    private static Comparator<Node> preferring(String language) {
        return Comparator.comparingInt(literal -> rank(literal.getLiteralLanguage(), language));
    }

    private static int rank(String found, String wanted) {
        if (found.equals(wanted)) {
            return 0;
        }
        return switch (found) {
            case "ja", "en" -> 1;
            case "" -> 2;
            default -> 3;
        };
    }
}
