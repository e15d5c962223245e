package io.musubi.journal;

import io.musubi.model.Document;
import io.musubi.model.State;
import java.util.Optional;

/**
 * The latest version of a document, or its tombstone.
 *
 * @param iri the document's IRI
 * @param type its type
 * @param state when it was last written or withdrawn: its harvest date
 * @param now the document; empty when it is withdrawn
 */
public record Change(String iri, String type, State state, Optional<Document> now) {}
