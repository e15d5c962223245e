package io.musubi.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Which of several texts to show to a reader of a language. */
final class Best {
    private Best() {}

    /** The text in {@code language}, else in the other language of the house, else without one, else any. */
    static Optional<String> of(List<Node> texts, String language) {
        // Of equals the first in the order of predicates, then of text.
        return texts.stream()
                .min(Comparator.comparingInt((Node text) -> rank(text.getLiteralLanguage(), language)))
                .map(Node::getLiteralLexicalForm);
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
