package io.musubi.model;

import java.util.Optional;

/**
 * One document written or withdrawn by a commit.
 *
 * @param iri the document's IRI
 * @param now its new version; empty when it is withdrawn (its IRI then answers 410)
 * @param forget true when the text of all its earlier versions must leave the journal at once, because a record behind
 *     it has closed or was purged
 */
public record DocumentChange(String iri, Optional<Document> now, boolean forget) {}
