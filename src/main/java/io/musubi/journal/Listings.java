package io.musubi.journal;

import io.musubi.model.State;
import java.util.List;

/**
 * Which datasets the catalogues list, at the state of a {@link Snapshot}. A catalogue lists what its records are about;
 * the catalogue of all lists every dataset. Each answer is a range of an index, so that it costs the same wherever it
 * begins.
 */
public final class Listings {
    /** The catalogue of all. */
    public static final String ALL = "";

    private static final String LISTED =
            "SELECT d.iri, d.type, s.number, s.time, s.hash, t.dictionary, t.size, t.packed FROM listing l"
                    + " JOIN document d ON d.iri = l.dataset JOIN state s ON s.number = l.state"
                    + " LEFT JOIN text t ON t.document = d.id AND t.state = d.state AND d.live = 1 AND l.live = 1 ";
    private static final String RECORDS = Snapshot.LATEST
            + "JOIN topic ON topic.record = d.id WHERE topic.thing = ? AND d.live = 1 ORDER BY d.iri LIMIT ?";

    private final Database database;
    private final Snapshot snapshot;

    Listings(Database database, Snapshot snapshot) {
        this.database = database;
        this.snapshot = snapshot;
    }

    /**
     * The datasets of a catalogue in the order of their IRIs.
     *
     * @param catalog the catalogue's IRI, or {@link #ALL}
     * @param after those behind this IRI
     * @param limit at most so many
     * @return each with the state in which it, or what it is listed by, last changed
     */
    public List<Change> live(String catalog, String after, int limit) {
        return database.list(
                LISTED + "WHERE l.catalog = ? AND l.live = 1 AND l.dataset > ? ORDER BY l.dataset LIMIT ?",
                snapshot::change,
                catalog,
                after,
                limit);
    }

    /**
     * What changed in a catalogue behind {@code from}, in the order (state, IRI): datasets, and those it no longer lists
     * (without a document). What changed several times comes once, at its latest state.
     *
     * @param catalog the catalogue's IRI, or {@link #ALL}
     * @param limit at most so many
     */
    public List<Change> changes(String catalog, Position from, int limit) {
        return database.list(
                LISTED + "WHERE l.catalog = ? AND (l.state, l.dataset) > (?, ?) ORDER BY l.state, l.dataset LIMIT ?",
                snapshot::change,
                catalog,
                from.state(),
                from.iri(),
                limit);
    }

    /** Whether anything changed in a catalogue behind {@code from}. */
    public boolean isChanged(String catalog, Position from) {
        return database.number(
                        "SELECT EXISTS (SELECT 1 FROM listing WHERE catalog = ? AND (state, dataset) > (?, ?))",
                        catalog,
                        from.state(),
                        from.iri())
                == 1;
    }

    /** How many datasets a catalogue lists. Counts an index: keep it for the state. */
    public long count(String catalog) {
        return database.number("SELECT count(*) FROM listing WHERE catalog = ? AND live = 1", catalog);
    }

    /** The public records about a dataset in the order of their IRIs, at most {@code limit}. */
    public List<Lookup.Found> records(String dataset, int limit) {
        return database.list(RECORDS, snapshot::change, dataset, limit).stream()
                .map(change -> new Lookup.Found(change.now().orElseThrow(), change.state()))
                .toList();
    }

    /** The number of the last state before all those that were made at {@code milliseconds} since 1970 or later. */
    public long stateBefore(long milliseconds) {
        State newest = snapshot.state();
        return database.number(
                "SELECT coalesce(min(number) - 1, ?) FROM state WHERE time >= ?", newest.number(), milliseconds);
    }
}
