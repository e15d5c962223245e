package io.musubi.publish;

import io.musubi.journal.Position;

/** Where a page of a catalogue begins. */
public sealed interface Cursor {
    /**
     * In the walk over all datasets, in the order of their IRIs.
     *
     * @param from the number of the state in which the walk began; what changed since follows at its end
     * @param after behind this dataset's IRI; empty at the beginning
     */
    record Walk(long from, String after) implements Cursor {}

    /**
     * In the changes, in the order (state, IRI).
     *
     * @param behind the last change seen
     */
    record Changes(Position behind) implements Cursor {}
}
