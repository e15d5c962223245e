package io.musubi.text;

import io.musubi.journal.Snapshot;
import io.musubi.model.Document;
import io.musubi.model.Hash;
import io.musubi.model.Recent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/**
 * What other documents lend to one that refers to them: their names, and the identifiers of projects. Remembers the
 * last few thousand, because the same institutions come again and again.
 */
final class Naming {
    private static final int REMEMBERED = 5_000;

    private final Map<String, Given> known = new Recent<>(REMEMBERED);

    /**
     * What a document gives.
     *
     * @param names of the thing and of each of its parts, by their IRIs
     * @param identifiers what it answers to
     */
    record Given(Map<String, List<Node>> names, List<String> identifiers) {
        private static final Given NOTHING = new Given(Map.of(), List.of());

        static Given of(Document document) {
            return of(new Statements(document.triples()), document.identifiers());
        }

        static Given of(Statements statements, List<String> identifiers) {
            Map<String, List<Node>> names = new TreeMap<>();
            for (String subject : statements.subjects()) {
                List<Node> found = statements.of(subject, Fields.ALL.title()).stream()
                        .filter(Node::isLiteral)
                        .toList();
                if (!found.isEmpty()) {
                    names.put(subject, found);
                }
            }
            return new Given(names, identifiers);
        }

        /** Equal hashes: whoever refers to it need not be looked at again. */
        String hash() {
            return Hash.of(names + " " + identifiers).shortHex();
        }
    }

    /** The names of {@code iri}, a thing or a part of one; none when nothing public has that IRI. */
    List<Node> of(Snapshot snapshot, String iri) {
        return given(snapshot, iri).names().getOrDefault(iri, List.of());
    }

    /** What the document with {@code iri} or around it gives. */
    Given given(Snapshot snapshot, String iri) {
        return known.computeIfAbsent(documentOf(iri), document -> read(snapshot, document));
    }

    private static Given read(Snapshot snapshot, String iri) {
        Optional<Document> document = snapshot.document(iri);
        return document.map(Given::of).orElse(Given.NOTHING);
    }

    /** The document in which {@code iri} is described. */
    static String documentOf(String iri) {
        int fragment = iri.indexOf('#');
        return fragment < 0 ? iri : iri.substring(0, fragment);
    }
}
