package io.musubi.graph;

import io.musubi.journal.Change;
import io.musubi.model.Term;
import io.musubi.rdf.NTriples;
import io.musubi.rdf.NTriplesReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Canonical N-Triples to Jena's triples and back; there and back gives the same text. */
final class Lines {
    private Lines() {}

    /** The triples of all these documents by document IRI, parsed in one go. A withdrawn document has none. */
    static Map<String, Set<Triple>> parse(List<Change> changes) {
        String text = changes.stream()
                .flatMap(change -> change.now().stream())
                .map(document -> document.triples())
                .collect(Collectors.joining());
        Map<String, Set<Triple>> byDocument = new HashMap<>();
        NTriplesReader.read(
                text,
                triple -> byDocument
                        .computeIfAbsent(documentOf(triple.getSubject()), iri -> new HashSet<>())
                        .add(triple));
        return byDocument;
    }

    private static String documentOf(Node subject) {
        String iri = subject.getURI();
        int fragment = iri.indexOf('#');
        return fragment < 0 ? iri : iri.substring(0, fragment);
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
