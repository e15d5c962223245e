package io.musubi.ledger;

import io.musubi.model.Document;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sqlite.SQLiteConfig;

/** The ledger at one moment, for reading only, whoever writes it meanwhile. Close it soon: until then its log grows. */
public final class LedgerSnapshot implements AutoCloseable {
    private static final int FIRST = 5;

    private final Sql sql;

    private LedgerSnapshot(Sql sql) {
        this.sql = sql;
    }

    /**
     * Opens it.
     *
     * @throws LedgerException when there is no ledger in {@code folder}, or one that cannot be read
     */
    public static LedgerSnapshot of(Path folder) {
        Path file = Ledger.file(folder);
        if (!Ledger.isIn(folder)) {
            throw new LedgerException("There is no ledger " + file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        try {
            Sql sql = new Sql(config.createConnection("jdbc:sqlite:" + file));
            try {
                sql.beginReading();
                return new LedgerSnapshot(sql);
            } catch (LedgerException e) {
                sql.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new LedgerException("opening " + file, e);
        }
    }

    /** The number of the newest commit; 0 before the first. */
    public long lastCommit() {
        return Ledger.lastCommit(sql);
    }

    /** Whether a commit waits for the journal. */
    public boolean hasWaiting() {
        return sql.one("select 1 from outbox limit 1", row -> 1).isPresent();
    }

    /**
     * Writes a copy of the ledger at this moment into a new file.
     *
     * @param progress hears of pages done, of all
     * @throws LedgerException when it cannot be read or written, or its pages do not hang together
     */
    public void copyTo(Path file, BiConsumer<Integer, Integer> progress) {
        sql.copyTo(file, progress);
    }

    /**
     * What of the file does not hang together, and which texts are not what was written: each payload has its hash, every
     * text its checksum. Reads all of it; names the first ones only.
     */
    public List<String> damages() {
        List<String> damages = new ArrayList<>(sql.damages());
        if (damages.isEmpty()) {
            Records records = new Records(sql, new Blobs(sql));
            for (long version : records.versions()) {
                records.damage(version).ifPresent(damages::add);
                if (damages.size() == FIRST) {
                    break;
                }
            }
        }
        return damages;
    }

    /**
     * A version that stands, of a record that is live.
     *
     * @param record the ledger's number of the record
     * @param version that of the version
     * @param crosswalkHash of the crosswalk that mapped it
     * @param judged by what it was judged last, if that is known
     */
    public record Standing(long record, long version, String crosswalkHash, Optional<String> judged) {}

    /** The version that stands with this payload in {@code source}. */
    public Optional<Standing> standing(String source, String payloadHash) {
        return sql.one(
                // "cross" keeps SQLite from looking through all records of the source.
                "select r.id, v.id, v.crosswalk_hash, v.judged from version v cross join record r on r.id = v.record"
                        + " where v.payload_hash = ? and r.version = v.id and r.source = ? and r.status = 'live'",
                row -> new Standing(
                        row.getLong(1), row.getLong(2), row.getString(3), Optional.ofNullable(row.getString(4))),
                payloadHash,
                source);
    }

    /** Whether {@code document} is what the ledger has made public. */
    public boolean isPublished(Document document) {
        return sql.one("select hash from document where path = ?", row -> row.getString(1), document.iri())
                .filter(DocumentCodec.hash(document)::equals)
                .isPresent();
    }

    /** How many documents are public. */
    public long published() {
        return sql.one("select count(*) from document", row -> row.getLong(1)).orElse(0L);
    }

    @Override
    public void close() {
        sql.close();
    }
}
