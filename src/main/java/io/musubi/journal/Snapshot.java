package io.musubi.journal;

import io.musubi.model.Document;
import io.musubi.model.Hash;
import io.musubi.model.State;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;

/**
 * The journal at one state, whatever is written meanwhile. For one thread; close it soon: while it is open, what was
 * forgotten after it began cannot leave the file.
 */
public final class Snapshot implements AutoCloseable {
    private static final int PAGE = 500;
    private static final String STATE = "SELECT number, time, hash FROM state ";
    static final String LATEST =
            "SELECT d.iri, d.type, s.number, s.time, s.hash, t.dictionary, t.size, t.packed FROM document d"
                    + " JOIN state s ON s.number = d.state"
                    + " LEFT JOIN text t ON t.document = d.id AND t.state = d.state AND d.live = 1 ";

    static final String NEWEST = "WHERE d.type = ? AND d.live = 1 ORDER BY d.state DESC, d.iri DESC LIMIT ?";

    private final Database database;
    private final Dictionaries dictionaries;
    private final Consumer<Database> giveBack;
    private final State state;

    Snapshot(Database database, Dictionaries dictionaries, Consumer<Database> giveBack) {
        this.database = database;
        this.dictionaries = dictionaries;
        this.giveBack = giveBack;
        database.begin();
        // The first reading fixes what this transaction sees.
        this.state = newest(database);
    }

    static State newest(Database database) {
        return database.one(STATE + "ORDER BY number DESC LIMIT 1", row -> state(row, 1))
                .orElse(Journal.EMPTY);
    }

    /** The state this snapshot shows; number 0 before the first. */
    public State state() {
        return state;
    }

    /** The state numbered {@code number}, if it was reached. */
    public Optional<State> state(long number) {
        return number == 0
                ? Optional.of(Journal.EMPTY)
                : database.one(STATE + "WHERE number = ?", row -> state(row, 1), number);
    }

    /** The states after {@code number}, oldest first, at most {@code limit}. */
    public List<State> states(long number, int limit) {
        return database.list(STATE + "WHERE number > ? ORDER BY number LIMIT ?", row -> state(row, 1), number, limit);
    }

    /** The last ledger commit that was taken; 0 before the first. */
    public long lastCommit() {
        return database.number("SELECT last_commit FROM progress");
    }

    /** How often text was erased for good. What was copied from the journal before the last time must be made again. */
    public long forgettings() {
        return database.number("SELECT forgettings FROM progress");
    }

    /** The latest version of a live document. */
    public Optional<Document> document(String iri) {
        return latest(iri).flatMap(Change::now);
    }

    /** What stands behind {@code iri}: a document, a way to one, a tombstone or nothing. */
    public Lookup lookup(String iri) {
        return lookup(iri, new HashSet<>());
    }

    private Lookup lookup(String iri, Set<String> seen) {
        Optional<Change> latest = latest(iri);
        if (latest.isPresent() && latest.get().now().isPresent()) {
            return new Lookup.Found(latest.get().now().get(), latest.get().state());
        }
        seen.add(iri);
        Lookup further = new Lookup.Unknown();
        for (String target : targets(iri)) {
            Lookup there = seen.contains(target) ? new Lookup.Unknown() : lookup(target, seen);
            switch (there) {
                case Lookup.Found found -> {
                    return new Lookup.Moved(found.document().iri());
                }
                case Lookup.Moved moved -> {
                    return moved;
                }
                case Lookup.Gone gone -> further = gone;
                case Lookup.Unknown unknown -> {}
            }
        }
        return latest.isPresent()
                ? new Lookup.Gone(latest.get().type(), latest.get().state())
                : further;
    }

    private List<String> targets(String alias) {
        return database.list(
                "SELECT d.iri FROM alias a JOIN document d ON d.id = a.document WHERE a.iri_hash = ?"
                        + " ORDER BY d.live DESC, d.id",
                row -> row.getString(1),
                Hash.of(alias).hex());
    }

    /** The IRI of the live document that answers to an identifier; the first known if there are several. */
    public Optional<String> identified(String scheme, String value) {
        return database.one(
                "SELECT d.iri FROM identifier i JOIN document d ON d.id = i.document WHERE i.identifier = ?"
                        + " ORDER BY d.id LIMIT 1",
                row -> row.getString(1),
                scheme + ":" + value);
    }

    /**
     * The latest versions and tombstones of documents behind {@code from}, in the order (state, IRI). A document that
     * changed several times comes once, at its latest state.
     *
     * @param upTo the last state's number
     * @param limit at most so many
     */
    public List<Change> changes(Position from, long upTo, int limit) {
        return database.list(
                LATEST + "WHERE (d.state, d.iri) > (?, ?) AND d.state <= ? ORDER BY d.state, d.iri LIMIT ?",
                this::change,
                from.state(),
                from.iri(),
                upTo,
                limit);
    }

    /** Each of the {@link #changes} after state {@code number}, up to this snapshot's, page by page. */
    public void eachChange(long number, Consumer<Change> each) {
        Position position = Position.after(number);
        List<Change> page = changes(position, state().number(), PAGE);
        while (!page.isEmpty()) {
            page.forEach(each);
            page = changes(Position.after(page.getLast()), state().number(), PAGE);
        }
    }

    /** How many documents were written or withdrawn after state {@code number}. */
    public long changedSince(long number) {
        return database.number("SELECT count(*) FROM document WHERE state > ?", number);
    }

    /** Live documents of {@code type} in the order of their IRIs, those behind {@code afterIri}, at most {@code limit}. */
    public List<Lookup.Found> documents(String type, String afterIri, int limit) {
        return found("WHERE d.type = ? AND d.live = 1 AND d.iri > ? ORDER BY d.iri LIMIT ?", type, afterIri, limit);
    }

    /** The live catalogues, one for each source, in the order of their IRIs: few enough to be taken at once. */
    public List<Lookup.Found> catalogs() {
        return documents("catalog", "", Integer.MAX_VALUE);
    }

    private List<Lookup.Found> found(String where, Object... values) {
        return database.list(LATEST + where, this::change, values).stream()
                .map(change -> new Lookup.Found(change.now().orElseThrow(), change.state()))
                .toList();
    }

    /** The live documents of {@code type} just before {@code beforeIri}, in the order of their IRIs, at most {@code limit}. */
    public List<Lookup.Found> documentsBefore(String type, String beforeIri, int limit) {
        return found(
                        "WHERE d.type = ? AND d.live = 1 AND d.iri < ? ORDER BY d.iri DESC LIMIT ?",
                        type,
                        beforeIri,
                        limit)
                .reversed();
    }

    /** The live documents of {@code type} that changed last, the newest first. */
    public List<Lookup.Found> newest(String type, int limit) {
        return found(NEWEST, type, limit);
    }

    /** How many live documents of {@code type} have an IRI that begins with {@code prefix}. */
    public long count(String type, String prefix) {
        return database.number(
                "SELECT count(*) FROM document WHERE type = ? AND live = 1 AND iri >= ? AND iri < ?",
                type,
                prefix,
                prefix + Character.MAX_VALUE);
    }

    /** The IRIs of all live documents. */
    public List<String> iris() {
        return database.list("SELECT iri FROM document WHERE live = 1 ORDER BY iri", row -> row.getString(1));
    }

    /** Which datasets the catalogues list. */
    public Listings listings() {
        return new Listings(database, this);
    }

    /** The number of live documents by type, in the order of the types' names. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        database.list(
                "SELECT type, live FROM tally WHERE live > 0", row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /**
     * Writes a copy of the journal at this state into a new file, whoever writes meanwhile.
     *
     * @param progress hears of pages done, of all
     * @throws JournalException when it cannot be read or written, or its pages do not hang together
     */
    public void copyTo(Path file, BiConsumer<Integer, Integer> progress) {
        database.copyTo(file, progress);
    }

    /** What of the file does not hang together, and a hash of the triples does not see. Reads all of it. */
    public List<String> damages() {
        List<String> damages = new ArrayList<>(database.damages());
        if (damages.isEmpty()) {
            damages.addAll(database.list(
                    "SELECT t.type FROM tally t WHERE t.live <>"
                            + " (SELECT count(*) FROM document d WHERE d.type = t.type AND d.live = 1)",
                    row -> "wrong number of documents of type " + row.getString(1)));
        }
        return damages;
    }

    private Optional<Change> latest(String iri) {
        return database.one(LATEST + "WHERE d.iri = ?", this::change, iri);
    }

    Change change(ResultSet row) throws SQLException {
        String iri = row.getString(1);
        String type = row.getString(2);
        byte[] packed = row.getBytes(8);
        Optional<Document> now = packed == null
                ? Optional.empty()
                : Optional.of(unpack(database, dictionaries, iri, type, row.getLong(6), row.getInt(7), packed));
        return new Change(iri, type, state(row, 3), now);
    }

    static Document unpack(
            Database database,
            Dictionaries dictionaries,
            String iri,
            String type,
            long dictionary,
            int size,
            byte[] packed) {
        try {
            return Content.document(iri, type, Packing.unpack(packed, size, dictionaries.bytes(database, dictionary)));
        } catch (DataFormatException e) {
            throw database.damaged("the text of " + iri + " cannot be unpacked (" + e.getMessage() + ")");
        }
    }

    private static State state(ResultSet row, int first) throws SQLException {
        return new State(row.getLong(first), Instant.ofEpochMilli(row.getLong(first + 1)), row.getString(first + 2));
    }

    @Override
    public void close() {
        database.rollback();
        giveBack.accept(database);
    }
}
