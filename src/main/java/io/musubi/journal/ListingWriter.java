package io.musubi.journal;

import io.musubi.model.Document;
import io.musubi.model.Kind;
import io.musubi.rdf.Vocabulary;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps what {@link Listings} answers from while a state is written. */
final class ListingWriter {
    private static final String RECORD = "record";
    private static final String DATASET = Kind.DATASET.segment();
    private static final String INSERT =
            "INSERT INTO listing (catalog, dataset, live, state) SELECT catalog, ?, 1, ? FROM"
                    + " (SELECT catalog FROM topic WHERE thing = ? UNION SELECT '" + Listings.ALL + "')"
                    + " WHERE EXISTS (SELECT 1 FROM document WHERE iri = ? AND live = 1 AND type = '" + DATASET + "')"
                    + " ON CONFLICT (catalog, dataset) DO UPDATE SET live = 1, state = excluded.state";

    private final Database database;
    private final Set<String> touched = new TreeSet<>();

    ListingWriter(Database database) {
        this.database = database;
    }

    /** A document was written. */
    void written(long id, Document document) {
        if (document.type().equals(DATASET)) {
            touched.add(document.iri());
        } else if (document.type().equals(RECORD)) {
            leave(id);
            join(id, document);
        }
    }

    /** A document was withdrawn. */
    void withdrawn(long id, String type, String iri) {
        if (type.equals(DATASET)) {
            touched.add(iri);
        } else if (type.equals(RECORD)) {
            leave(id);
        }
    }

    private void leave(long id) {
        touched.addAll(
                database.list("DELETE FROM topic WHERE record = ? RETURNING thing", row -> row.getString(1), id));
    }

    private void join(long id, Document document) {
        Optional<String> thing = object(document, Vocabulary.FOAF_PRIMARY_TOPIC);
        Optional<String> catalog = object(document, Vocabulary.DCT_IS_PART_OF);
        if (thing.isPresent() && catalog.isPresent()) {
            database.change(
                    "INSERT INTO topic (record, catalog, thing) VALUES (?, ?, ?)", id, catalog.get(), thing.get());
            touched.add(thing.get());
        }
    }

    private static Optional<String> object(Document document, String predicate) {
        String start = "<" + document.iri() + "> <" + predicate + "> <";
        String lines = "\n" + document.triples();
        int from = lines.indexOf("\n" + start);
        return from < 0
                ? Optional.empty()
                : Optional.of(lines.substring(from + 1 + start.length(), lines.indexOf("> .", from)));
    }

    /** Brings the listings of all that was touched up to date, as changed in state {@code number}. */
    void finish(long number) {
        for (String thing : touched) {
            database.change("UPDATE listing SET live = 0, state = ? WHERE dataset = ? AND live = 1", number, thing);
            database.change(INSERT, thing, number, thing, thing);
        }
    }

    /** Makes the listings of a journal that was written before there were any; what is in it counts as it last changed. */
    static void fill(Database database, Dictionaries dictionaries) {
        if (database.number("SELECT EXISTS (SELECT 1 FROM listing) OR NOT EXISTS (SELECT 1 FROM document)") == 1) {
            return;
        }
        database.begin();
        ListingWriter writer = new ListingWriter(database);
        database.list(
                "SELECT d.id, d.iri, d.type, t.dictionary, t.size, t.packed FROM document d"
                        + " JOIN text t ON t.document = d.id AND t.state = d.state WHERE d.live = 1 AND d.type = ?",
                row -> {
                    Document document = Snapshot.unpack(
                            database,
                            dictionaries,
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getInt(5),
                            row.getBytes(6));
                    writer.join(row.getLong(1), document);
                    return document.iri();
                },
                RECORD);
        database.change(
                "INSERT INTO listing (catalog, dataset, live, state)"
                        + " SELECT '" + Listings.ALL + "', iri, live, state FROM document WHERE type = ?"
                        + " UNION SELECT t.catalog, d.iri, 1, max(d.state, r.state) FROM topic t"
                        + " JOIN document d ON d.iri = t.thing JOIN document r ON r.id = t.record"
                        + " WHERE d.type = ? AND d.live = 1 GROUP BY t.catalog, d.iri",
                DATASET,
                DATASET);
        database.commit();
    }
}
