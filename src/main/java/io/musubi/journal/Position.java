package io.musubi.journal;

/**
 * A place in the order of changes (state, IRI), from which a list goes on.
 *
 * @param state a state's number
 * @param iri the IRI of the last document seen of that state, or empty before the first
 */
public record Position(long state, String iri) {
    /** Behind all changes of {@code state}. */
    public static Position after(long state) {
        return new Position(state + 1, "");
    }

    /** Behind {@code change}. */
    public static Position after(Change change) {
        return new Position(change.state().number(), change.iri());
    }
}
