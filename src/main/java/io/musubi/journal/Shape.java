package io.musubi.journal;

import io.musubi.model.Document;
import io.musubi.model.DocumentChange;

/**
 * The promise on which journal and graph rest: the triples of a document are its own (each subject is its IRI or a part
 * of it), sorted, and no line comes twice. Whoever breaks it is told at once, not when the hashes differ.
 */
final class Shape {
    private Shape() {}

    static void check(DocumentChange change) {
        change.now().ifPresent(document -> check(change.iri(), document));
    }

    private static void check(String iri, Document document) {
        if (!document.iri().equals(iri)) {
            throw broken(iri, "the change of this document", document.iri());
        }
        String own = "<" + iri;
        String before = "";
        String text = document.triples();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                throw broken(iri, "a line feed at the end", text.substring(start));
            }
            String line = text.substring(start, end);
            if (!line.startsWith(own) || "#>".indexOf(line.charAt(own.length())) < 0) {
                throw broken(iri, "the document or one of its parts as subject", line);
            }
            if (line.compareTo(before) <= 0) {
                throw broken(iri, "sorted lines, each once", line);
            }
            before = line;
            start = end + 1;
        }
    }

    private static IllegalArgumentException broken(String iri, String expected, String found) {
        return new IllegalArgumentException(
                "Document " + iri + " cannot enter the journal. Expected: " + expected + ". Found: " + found);
    }
}
