package io.musubi.journal;

import io.musubi.model.Document;
import io.musubi.model.State;

/** What the journal knows of an IRI. */
public sealed interface Lookup {
    /**
     * It is public (200).
     *
     * @param document its latest version
     * @param changed the state that wrote it
     */
    record Found(Document document, State changed) implements Lookup {}

    /**
     * It leads to another document (303): it was merged into it, or is another of its identifiers.
     *
     * @param to that document's IRI
     */
    record Moved(String to) implements Lookup {}

    /**
     * It was public and is no longer (410).
     *
     * @param type what it was
     * @param withdrawn the state that withdrew it
     */
    record Gone(String type, State withdrawn) implements Lookup {}

    /** It never was public (404). */
    record Unknown() implements Lookup {}
}
