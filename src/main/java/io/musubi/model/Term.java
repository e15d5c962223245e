package io.musubi.model;

/** The object of a {@link Statement}. */
public sealed interface Term {

    /**
     * An IRI outside the record: a concept, a file's address, a licence.
     *
     * @param value an absolute IRI without characters that N-Triples forbids
     */
    record Iri(String value) implements Term {}

    /**
     * A literal.
     *
     * @param lexical the text, in Unicode NFC
     * @param datatype the datatype IRI; {@code rdf:langString} when {@code language} is not empty
     * @param language a BCP 47 tag in its usual spelling ({@code ja}, {@code en}, {@code ja-Kana}), or empty
     */
    record Literal(String lexical, String datatype, String language) implements Term {
        /** A plain {@code xsd:string}. */
        public static Literal string(String lexical) {
            return new Literal(lexical, "http://www.w3.org/2001/XMLSchema#string", "");
        }

        /** A text in a language. */
        public static Literal text(String lexical, String language) {
            return new Literal(lexical, "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", language);
        }
    }

    /**
     * A part of the same thing.
     *
     * @param fragment its name within the thing: {@code grant}, {@code file-3f2a…}
     */
    record Part(String fragment) implements Term {}

    /**
     * Another thing that the same record describes, or a part of it.
     *
     * @param node the {@link Description#node()} of that thing
     * @param fragment empty for the thing itself, else the name of one of its parts: {@code grant}
     */
    record Thing(String node, String fragment) implements Term {}

    /**
     * A thing known by its identifier only, described perhaps by other records: the article a dataset supplements. It
     * becomes the entity's IRI while there is such an entity, and {@code otherwise} while there is none.
     *
     * @param scheme the identifier scheme; the kind is whichever has an entity (datasets before works)
     * @param value the normal form
     * @param otherwise the identifier's own IRI, such as {@code https://doi.org/10.…}
     */
    record Link(String scheme, String value, String otherwise) implements Term {}
}
