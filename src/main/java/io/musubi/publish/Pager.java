package io.musubi.publish;

import io.musubi.journal.Change;
import io.musubi.journal.Listings;
import io.musubi.journal.Lookup;
import io.musubi.journal.Position;
import io.musubi.journal.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cuts a catalogue into pages, bounded in number and in bytes, each at the same cost wherever it begins.
 *
 * <p>Nothing is lost while things change: whoever follows the pages to the one without a next has what that page's state
 * holds. A walk goes by IRIs, which never change; what was written behind its back comes at its end, as changes since the
 * state in which it began. The changes go by (state, IRI); what changes again moves on ahead of the reader.
 */
final class Pager {
    /** So many are read at a time, so that large descriptions do not pile up. */
    private static final int STEP = 10;

    /** The records told of one dataset. */
    private static final int RECORDS = 50;

    private final Snapshot snapshot;
    private final String catalogue;
    private final String listing;
    private final int mostEntries;
    private final int mostBytes;

    /**
     * A pager.
     *
     * @param catalogue the catalogue's IRI
     * @param listing its name in the journal's listings: its IRI, or {@link Listings#ALL}
     * @param mostEntries the most datasets on a page
     * @param mostBytes when their N-Triples are so long in all, the page ends
     */
    Pager(Snapshot snapshot, String catalogue, String listing, int mostEntries, int mostBytes) {
        this.snapshot = snapshot;
        this.catalogue = catalogue;
        this.listing = listing;
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
    }

    CataloguePage page(Cursor cursor) {
        List<Change> entries = take(cursor);
        Map<String, List<Lookup.Found>> records = new TreeMap<>();
        entries.stream().filter(it -> it.now().isPresent()).forEach(it -> records.put(it.iri(), records(it.iri())));
        return new CataloguePage(catalogue, snapshot.state(), entries, records, next(cursor, entries));
    }

    private List<Change> take(Cursor cursor) {
        List<Change> taken = new ArrayList<>();
        long bytes = 0;
        Cursor at = cursor;
        while (taken.size() < mostEntries && bytes < mostBytes) {
            List<Change> some = some(at, Math.min(STEP, mostEntries - taken.size()));
            if (some.isEmpty()) {
                break;
            }
            taken.addAll(some);
            bytes += some.stream().mapToLong(Pager::bytes).sum();
            at = behind(at, some.getLast());
        }
        return taken;
    }

    private static long bytes(Change change) {
        return change.now().map(it -> it.triples().length()).orElse(0);
    }

    private List<Change> some(Cursor at, int limit) {
        return switch (at) {
            case Cursor.Walk walk -> snapshot.listings().live(listing, walk.after(), limit);
            case Cursor.Changes changes -> snapshot.listings().changes(listing, changes.behind(), limit);
        };
    }

    private static Cursor behind(Cursor at, Change last) {
        return switch (at) {
            case Cursor.Walk walk -> new Cursor.Walk(walk.from(), last.iri());
            case Cursor.Changes changes -> new Cursor.Changes(Position.after(last));
        };
    }

    private Optional<Cursor> next(Cursor cursor, List<Change> entries) {
        Cursor here = entries.isEmpty() ? cursor : behind(cursor, entries.getLast());
        if (!some(here, 1).isEmpty()) {
            return Optional.of(here);
        }
        return here instanceof Cursor.Walk walk && snapshot.listings().isChanged(listing, Position.after(walk.from()))
                ? Optional.of(new Cursor.Changes(Position.after(walk.from())))
                : Optional.empty();
    }

    private List<Lookup.Found> records(String dataset) {
        String part = "> <http://purl.org/dc/terms/isPartOf> <" + catalogue + "> .";
        return snapshot.listings().records(dataset, RECORDS).stream()
                .filter(it -> listing.equals(Listings.ALL)
                        || it.document().triples().contains("<" + it.document().iri() + part))
                .toList();
    }
}
