package io.musubi.model;

/**
 * One triple of a {@link Description}.
 *
 * @param fragment the subject: empty for the thing itself, else the name of one of its parts
 * @param predicate an absolute IRI
 * @param object what is said
 * @param isPrivate true when the crosswalk marks its source path private: it never leaves the ledger
 */
public record Statement(String fragment, String predicate, Term object, boolean isPrivate) {}
