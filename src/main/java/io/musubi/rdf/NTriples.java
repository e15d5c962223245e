package io.musubi.rdf;

import io.musubi.model.Term;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Canonical N-Triples: one spelling for each triple, so that equal triples are equal text (RDF 1.1 N-Triples § 4:
 * single spaces, no comments, only the escapes that are needed, {@code xsd:string} left out; numbers in one spelling).
 */
public final class NTriples {
    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";

    /** What N-Triples takes for a language tag; a text with any other is written as plain text. */
    private static final Pattern TAG = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");

    private static final boolean[] ESCAPED_IN_IRI = escapedInIri();

    /** By character: how it is written in a literal; empty where it stands for itself. */
    private static final String[] ESCAPES = escapes();

    private NTriples() {}

    /** The line, without its line feed. */
    public static String line(String subject, String predicate, Term object) {
        StringBuilder out = new StringBuilder(128);
        iri(out, subject).append(' ');
        iri(out, predicate).append(' ');
        switch (object) {
            case Term.Iri iri -> iri(out, iri.value());
            case Term.Literal literal -> literal(out, Numbers.canonical(literal));
            case Term.Part part -> throw unresolved(part);
            case Term.Thing thing -> throw unresolved(thing);
            case Term.Link link -> throw unresolved(link);
        }
        return out.append(" .").toString();
    }

    private static IllegalArgumentException unresolved(Term term) {
        return new IllegalArgumentException("Only projected terms have a line, not " + term);
    }

    private static StringBuilder iri(StringBuilder out, String value) {
        out.append('<');
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ESCAPED_IN_IRI.length && ESCAPED_IN_IRI[c]) {
                out.append(value, from, i).append(String.format("\\u%04X", (int) c));
                from = i + 1;
            }
        }
        return out.append(value, from, value.length()).append('>');
    }

    private static void literal(StringBuilder out, Term.Literal literal) {
        out.append('"');
        String text = literal.lexical();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ESCAPES.length && !ESCAPES[c].isEmpty()) {
                out.append(text, from, i).append(ESCAPES[c]);
                from = i + 1;
            }
        }
        out.append(text, from, text.length()).append('"');
        if (!literal.language().isEmpty() && TAG.matcher(literal.language()).matches()) {
            out.append('@').append(literal.language());
        } else if (literal.language().isEmpty() && !literal.datatype().equals(STRING)) {
            iri(out.append("^^"), literal.datatype());
        }
    }

    private static boolean[] escapedInIri() {
        boolean[] escaped = new boolean[0x80];
        Arrays.fill(escaped, 0, ' ' + 1, true);
        "<>\"{}|^`\\".chars().forEach(c -> escaped[c] = true);
        return escaped;
    }

    private static String[] escapes() {
        String[] escapes = new String[0x80];
        Arrays.setAll(escapes, c -> c < ' ' || c == 0x7f ? String.format("\\u%04X", c) : "");
        escapes['"'] = "\\\"";
        escapes['\\'] = "\\\\";
        escapes['\n'] = "\\n";
        escapes['\r'] = "\\r";
        escapes['\t'] = "\\t";
        escapes['\b'] = "\\b";
        escapes['\f'] = "\\f";
        return escapes;
    }
}
