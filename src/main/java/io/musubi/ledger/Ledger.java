package io.musubi.ledger;

import io.musubi.model.DocumentChange;
import io.musubi.model.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The private store of all records: one SQLite file, {@code ledger.db}, in its own folder. What a transaction wrote
 * survives the end of the process.
 */
public final class Ledger implements AutoCloseable {
    private static final String TAKEN = "taken";

    private final Sql sql;
    private final Records records;
    private final Entities entities;
    private final Findings findings;
    private long newlyTaken;

    private Ledger(Sql sql) {
        this.sql = sql;
        this.records = new Records(sql, new Blobs(sql));
        this.entities = new Entities(sql);
        this.findings = new Findings(sql);
    }

    /**
     * Opens the ledger in {@code folder}, making it when it is new. That nobody else writes it is the caller's care.
     *
     * @throws LedgerException when the file cannot be used; it is left as it is
     */
    public static Ledger open(Path folder) {
        try {
            Files.createDirectories(folder);
            return new Ledger(new Sql(dataSource(folder).getConnection()));
        } catch (SQLException | FlywayException e) {
            throw new LedgerException("opening " + file(folder), e);
        } catch (IOException e) {
            throw new LedgerException("opening the folder " + folder, e);
        }
    }

    /** Whether {@code folder} has a ledger. */
    public static boolean isIn(Path folder) {
        return Files.exists(file(folder));
    }

    static Path file(Path folder) {
        return folder.resolve("ledger.db");
    }

    private static SQLiteDataSource dataSource(Path folder) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setBusyTimeout(10_000);
        config.setCacheSize(-64_000);
        config.setGetGeneratedKeys(false); // one more query after each insert, for what nobody asks
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file(folder));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/ledger")
                .load()
                .migrate();
        return source;
    }

    /** Source records and their versions. */
    public Records records() {
        return records;
    }

    /** Identifiers, descriptions and entities. */
    public Entities entities() {
        return entities;
    }

    /** What stewards should look at. */
    public Findings findings() {
        return findings;
    }

    /** Does all of {@code work} or, when it throws, nothing. */
    public <T> T transaction(Supplier<T> work) {
        sql.begin();
        try {
            takeOut();
            T result = work.get();
            sql.commit();
            newlyTaken = 0;
            return result;
        } catch (RuntimeException | Error e) {
            records.reset();
            entities.reset();
            sql.rollbackAfter(e);
            throw e;
        }
    }

    /** The number of the newest commit; 0 before the first. */
    public long lastCommit() {
        return lastCommit(sql);
    }

    static long lastCommit(Sql sql) {
        return sql.one("select coalesce(max(number), 0) from commit_log", row -> row.getLong(1))
                .orElse(0L);
    }

    /** Opens a commit: everything written until the transaction ends belongs to it. */
    public long newCommit(String kind, Instant time, String note) {
        return sql.insert("insert into commit_log (time, kind, note) values (?, ?, ?)", time.toString(), kind, note);
    }

    /** When {@code commit} was made. */
    public Instant commitTime(long commit) {
        return sql.one("select time from commit_log where number = ?", row -> Instant.parse(row.getString(1)), commit)
                .orElseThrow();
    }

    /** A setting of the whole store, such as the base IRI. */
    public Optional<String> setting(String name) {
        return sql.one("select value from setting where name = ?", row -> row.getString(1), name);
    }

    /** Changes a setting of the whole store. */
    public void setSetting(String name, String value) {
        sql.update("insert or replace into setting (name, value) values (?, ?)", name, value);
    }

    /** Puts {@code change} behind those that wait for the journal, unless the document is what it was. */
    public void publish(long commit, DocumentChange change) {
        Optional<byte[]> encoded = change.now().map(DocumentCodec::encode);
        String hash = encoded.map(Hash::of).map(Hash::hex).orElse("");
        String before = sql.one("select hash from document where path = ?", row -> row.getString(1), change.iri())
                .orElse("");
        if (hash.equals(before) && !change.forget()) {
            return;
        }
        if (hash.isEmpty()) {
            sql.update("delete from document where path = ?", change.iri());
        } else if (!hash.equals(before)) {
            sql.update("insert or replace into document (path, hash) values (?, ?)", change.iri(), hash);
        }
        sql.update(
                "insert into outbox (commit_number, iri, document, forget) values (?, ?, ?, ?)",
                commit,
                change.iri(),
                encoded.orElse(null),
                change.forget());
    }

    /** The IRIs of all documents that are public now. */
    public List<String> publishedIris() {
        return sql.all("select path from document order by path", row -> row.getString(1));
    }

    /** Forgets what was published, because the journal was lost and must be told everything again. */
    public void unpublish() {
        sql.update("delete from document");
    }

    /** The commits whose changes wait for the journal, in order. */
    public List<Long> waitingCommits() {
        return sql.all(
                "select distinct commit_number from outbox where commit_number > ? order by 1",
                row -> row.getLong(1),
                newlyTaken);
    }

    /** The changes of {@code commit} that wait. */
    public List<DocumentChange> waitingChanges(long commit) {
        return sql.all(
                "select iri, document, forget from outbox where commit_number = ? order by id",
                row -> new DocumentChange(
                        row.getString(1),
                        Optional.ofNullable(row.getBytes(2)).map(DocumentCodec::decode),
                        row.getInt(3) == 1),
                commit);
    }

    /** The journal has taken {@code commit}: what waited for it goes with the next transaction, and costs none of its own. */
    public void taken(long commit) {
        newlyTaken = commit;
    }

    /** Lets what was {@link #taken} go now, if anything was. */
    public void settleTaken() {
        if (newlyTaken > 0) {
            transaction(() -> newlyTaken);
        }
    }

    private void takeOut() {
        if (newlyTaken > 0) {
            sql.update("delete from outbox where commit_number <= ?", newlyTaken);
            setSetting(TAKEN, String.valueOf(newlyTaken));
        }
    }

    /**
     * The last commit that the journal is known to have taken: one that ends before it is not whole. A ledger that was
     * never asked to remember knows only that there is one, when documents are public and none of them waits.
     */
    public long taken() {
        return setting(TAKEN)
                .map(Long::parseLong)
                .orElseGet(() -> waitingCommits().isEmpty()
                                && sql.one("select 1 from document limit 1", row -> 1)
                                        .isPresent()
                        ? 1L
                        : 0L);
    }

    @Override
    public void close() {
        sql.close();
    }
}
