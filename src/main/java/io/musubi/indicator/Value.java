package io.musubi.indicator;

import io.musubi.model.Text;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A value of a dimension.
 *
 * @param node the term in the graph; empty where nothing is stated
 * @param label for people
 */
public record Value(Optional<Node> node, Text label) {
    /** IRI or lexical form; the empty string where nothing is stated. */
    public String key() {
        return node.map(Value::key).orElse("");
    }

    /** Whether it is an IRI. */
    public boolean isIri() {
        return node.filter(Node::isURI).isPresent();
    }

    static String key(Node node) {
        return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
    }
}
