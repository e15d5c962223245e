package io.musubi.graph;

/** A file of the ontology is not what it should be; the message names it. */
final class OntologyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OntologyException(String message, Throwable cause) {
        super(message, cause);
    }
}
