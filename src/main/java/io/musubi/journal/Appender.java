package io.musubi.journal;

import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.model.Hash;
import io.musubi.model.State;
import io.musubi.rdf.TripleSetHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one state. Lives for one transaction, which its caller begins and ends. */
final class Appender {
    private record Row(long id, String type, boolean live, long state, String hash) {}

    private final Database database;
    private final Dictionaries dictionaries;
    private final ListingWriter listings;
    private final State before;
    private final long number;
    private final TripleSetHash hash;
    private final Map<String, Long> newestDictionaries = new HashMap<>();
    private final Map<String, Integer> tally = new HashMap<>();
    private boolean changed;
    private boolean forgot;

    Appender(Database database, Dictionaries dictionaries) {
        this.database = database;
        this.dictionaries = dictionaries;
        this.listings = new ListingWriter(database);
        this.before = Snapshot.newest(database);
        this.number = before.number() + 1;
        this.hash = TripleSetHash.of(before.hash());
    }

    /** Applies the changes and remembers the commit; a state is made only when a document differs. */
    State append(long commit, Instant time, Collection<DocumentChange> changes) {
        dictionaries.improve(
                database,
                changes.stream().flatMap(change -> change.now().stream()).toList());
        changes.forEach(this::apply);
        listings.finish(number);
        tally.forEach((type, by) -> database.change(
                "INSERT INTO tally (type, live) VALUES (?, ?) ON CONFLICT (type) DO UPDATE SET live = live + ?",
                type,
                by,
                by));
        database.change("UPDATE progress SET last_commit = ?, forgettings = forgettings + ?", commit, forgot ? 1 : 0);
        if (!changed) {
            return before;
        }
        State state = new State(number, time, hash.hex());
        database.change(
                "INSERT INTO state (number, time, hash, ledger_commit) VALUES (?, ?, ?, ?)",
                number,
                time.toEpochMilli(),
                state.hash(),
                commit);
        return state;
    }

    /** Whether texts were erased that must now leave the file. */
    boolean forgot() {
        return forgot;
    }

    private void apply(DocumentChange change) {
        Optional<Row> row = database.one(
                "SELECT id, type, live, state, coalesce(hash, '') FROM document WHERE iri = ?",
                found -> new Row(
                        found.getLong(1),
                        found.getString(2),
                        found.getBoolean(3),
                        found.getLong(4),
                        found.getString(5)),
                change.iri());
        long id = row.map(Row::id).orElse(0L);
        if (change.now().isPresent()) {
            id = write(row, change.now().get());
        } else if (row.isPresent() && row.get().live()) {
            withdraw(row.get(), change.iri());
        }
        if (change.forget() && id != 0) {
            forgot |= database.change(
                            "DELETE FROM text WHERE document = ? AND state <"
                                    + " (SELECT state + 1 - live FROM document WHERE id = ?)",
                            id,
                            id)
                    > 0;
        }
    }

    private long write(Optional<Row> row, Document document) {
        byte[] content = Content.bytes(document);
        String contentHash = Hash.of(content).hex();
        if (row.isPresent()
                && row.get().live()
                && row.get().hash().equals(contentHash)
                && row.get().type().equals(document.type())) {
            return row.get().id();
        }
        row.filter(Row::live).ifPresent(live -> {
            takeAway(live, document.iri());
            dropNames(live.id(), true);
        });
        long id = database.one(
                        "INSERT INTO document (iri, type, live, state, hash) VALUES (?, ?, 1, ?, ?) ON CONFLICT (iri)"
                                + " DO UPDATE SET type = excluded.type, live = 1, state = excluded.state,"
                                + " hash = excluded.hash RETURNING id",
                        found -> found.getLong(1),
                        document.iri(),
                        document.type(),
                        number,
                        contentHash)
                .orElseThrow();
        version(id, contentHash);
        store(id, document.type(), content);
        if (row.isPresent() && !row.get().live()) {
            dropNames(id, true);
        }
        addNames(id, document);
        listings.written(id, document);
        hash.addAll(document.triples());
        tally.merge(document.type(), 1, Integer::sum);
        changed = true;
        return id;
    }

    private void withdraw(Row row, String iri) {
        takeAway(row, iri);
        // Aliases stay: what led to the document now answers 410 with it.
        dropNames(row.id(), false);
        database.change("UPDATE document SET live = 0, state = ?, hash = NULL WHERE id = ?", number, row.id());
        version(row.id(), null);
        listings.withdrawn(row.id(), row.type(), iri);
        changed = true;
    }

    private void takeAway(Row row, String iri) {
        Document old = database.one(
                        "SELECT dictionary, size, packed FROM text WHERE document = ? AND state = ?",
                        text -> Snapshot.unpack(
                                database,
                                dictionaries,
                                iri,
                                row.type(),
                                text.getLong(1),
                                text.getInt(2),
                                text.getBytes(3)),
                        row.id(),
                        row.state())
                .orElseThrow(() -> database.damaged("the text of " + iri + " is not there"));
        hash.removeAll(old.triples());
        tally.merge(row.type(), -1, Integer::sum);
    }

    private void version(long id, @Nullable String contentHash) {
        database.change("INSERT INTO version (document, state, hash) VALUES (?, ?, ?)", id, number, contentHash);
    }

    private void store(long id, String type, byte[] content) {
        long dictionary = newestDictionaries.computeIfAbsent(type, each -> dictionaries.newest(database, each));
        byte[] packed = Packing.pack(content, dictionaries.bytes(database, dictionary));
        database.change(
                "INSERT INTO text (document, state, dictionary, size, packed) VALUES (?, ?, ?, ?, ?)",
                id,
                number,
                dictionary,
                content.length,
                packed);
    }

    private void dropNames(long id, boolean aliasesToo) {
        database.change("DELETE FROM identifier WHERE document = ?", id);
        if (aliasesToo) {
            database.change("DELETE FROM alias WHERE document = ?", id);
        }
    }

    private void addNames(long id, Document document) {
        for (String identifier : document.identifiers()) {
            database.change("INSERT OR IGNORE INTO identifier (identifier, document) VALUES (?, ?)", identifier, id);
        }
        for (String alias : document.aliases()) {
            database.change(
                    "INSERT OR IGNORE INTO alias (iri_hash, document) VALUES (?, ?)",
                    Hash.of(alias).hex(),
                    id);
        }
    }

    /** One change for each IRI: of several the last counts, and one that forgets makes all forget. */
    static Collection<DocumentChange> merge(List<DocumentChange> changes) {
        Map<String, DocumentChange> merged = new LinkedHashMap<>();
        for (DocumentChange change : changes) {
            Shape.check(change);
            merged.merge(
                    change.iri(),
                    change,
                    (first, second) ->
                            new DocumentChange(first.iri(), second.now(), first.forget() || second.forget()));
        }
        return new ArrayList<>(merged.values());
    }
}
