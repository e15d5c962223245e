package io.musubi.rdf;

import java.util.function.Consumer;
import org.apache.jena.atlas.lib.EscapeStr;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;

/**
 * Canonical N-Triples, as {@link NTriples} writes them, to Jena's triples. Every view reads every document by this: knowing
 * the one spelling makes it several times faster than a reader of all N-Triples. The journal has the last word on what
 * is said: no opinion of an IRI or a literal must stop a view; what is not of this form at all does.
 */
public final class NTriplesReader {
    private final String text;
    private int at;

    private NTriplesReader(String text) {
        this.text = text;
    }

    /**
     * Hands over each triple of {@code text}, in its order. The last line may lack its line feed.
     *
     * @throws RiotException when it is no canonical N-Triples; the message names line and column
     */
    public static void read(String text, Consumer<Triple> triples) {
        NTriplesReader reader = new NTriplesReader(text);
        while (reader.at < text.length()) {
            triples.accept(reader.triple());
        }
    }

    private Triple triple() {
        Node subject = iri();
        take(" ");
        Node predicate = iri();
        take(" ");
        Node object = text.startsWith("<", at) ? iri() : literal();
        take(" .");
        if (at < text.length()) {
            take("\n");
        }
        return Triple.create(subject, predicate, object);
    }

    private Node iri() {
        return NodeFactory.createURI(iriText());
    }

    private String iriText() {
        take("<");
        int end = text.indexOf('>', at);
        if (end < 0) {
            throw fault("an IRI that ends with '>'");
        }
        String iri = text.substring(at, end);
        at = end + 1;
        return iri.indexOf('\\') < 0 ? iri : EscapeStr.unescapeUnicode(iri);
    }

    private Node literal() {
        String lexical = lexical();
        if (text.startsWith("@", at)) {
            int end = text.indexOf(' ', at);
            String language = text.substring(at + 1, end < 0 ? text.length() : end);
            at += 1 + language.length();
            return NodeFactory.createLiteralLang(lexical, language);
        }
        if (text.startsWith("^^", at)) {
            at += 2;
            RDFDatatype datatype = NodeFactory.getType(iriText());
            return NodeFactory.createLiteralDT(lexical, datatype);
        }
        return NodeFactory.createLiteralString(lexical);
    }

    private String lexical() {
        take("\"");
        int end = at;
        boolean hasEscapes = false;
        while (end < text.length() && text.charAt(end) != '"') {
            if (text.charAt(end) == '\\') {
                hasEscapes = true;
                end++;
            }
            end++;
        }
        if (end >= text.length()) {
            throw fault("a literal that ends with a quotation mark");
        }
        String lexical = text.substring(at, end);
        at = end + 1;
        return hasEscapes ? EscapeStr.unescapeStr(lexical) : lexical;
    }

    private void take(String expected) {
        if (!text.startsWith(expected, at)) {
            throw fault("'" + expected.strip() + "'");
        }
        at += expected.length();
    }

    private RiotException fault(String expected) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        long line = text.substring(0, start).lines().count() + 1;
        return new RiotException(
                "Line " + line + ", column " + (at - start + 1) + " of documents: expected " + expected);
    }
}
