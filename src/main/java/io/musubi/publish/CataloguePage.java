package io.musubi.publish;

import io.musubi.journal.Change;
import io.musubi.journal.Lookup;
import io.musubi.model.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of a catalogue at one state.
 *
 * @param catalogue the catalogue's IRI
 * @param state the state it shows
 * @param entries the datasets, each with the state in which its entry last changed; without a document: no longer listed
 * @param records the records each dataset (by IRI) was made from, as far as this catalogue holds them
 * @param next where the next page begins; empty on the last
 */
record CataloguePage(
        String catalogue,
        State state,
        List<Change> entries,
        Map<String, List<Lookup.Found>> records,
        Optional<Cursor> next) {
    CataloguePage {
        entries = List.copyOf(entries);
        records = Map.copyOf(records);
    }
}
