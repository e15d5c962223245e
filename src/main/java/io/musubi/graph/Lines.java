package io.musubi.graph;

import io.musubi.journal.Change;
import io.musubi.model.Term;
import io.musubi.rdf.NTriples;
import io.musubi.rdf.NTriplesReader;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Canonical N-Triples to Jena's triples and back; there and back gives the same text. */
final class Lines {
    private Lines() {}

    /** The triples of a document; a withdrawn one has none. */
    static Set<Triple> parse(Change change) {
        Set<Triple> triples = new HashSet<>();
        change.now().ifPresent(document -> NTriplesReader.read(document.triples(), triples::add));
        return triples;
    }

    /** The canonical line, without its line feed. */
    static String line(Triple triple) {
        return NTriples.line(triple.getSubject().getURI(), triple.getPredicate().getURI(), term(triple.getObject()));
    }

    private static Term term(Node node) {
        if (node.isURI()) {
            return new Term.Iri(node.getURI());
        }
        if (node.isLiteral()) {
            return new Term.Literal(
                    node.getLiteralLexicalForm(), node.getLiteralDatatypeURI(), node.getLiteralLanguage());
        }
        throw new IllegalStateException("The graph must hold no blank nodes, but holds " + node);
    }
}
