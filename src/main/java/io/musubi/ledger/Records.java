package io.musubi.ledger;

import io.musubi.ledger.StoredRecord.Status;
import io.musubi.model.Hash;
import io.musubi.model.MappedRecord;
import io.musubi.model.Recent;
import io.musubi.model.SourceSettings;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sources, records, versions, and what was set aside. */
public final class Records {
    private static final int CACHED = 2_000;
    private static final String RECORD = """
            select r.id, r.source, r.local_id, r.key, r.format, r.status, r.is_open, r.is_stale,
                   r.delivery, r.datestamp, v.id, v.datestamp, v.payload_hash, v.crosswalk_hash, v.origin
            from record r left join version v on v.id = r.version
            """;

    private final Sql sql;
    private final Blobs blobs;
    private final Map<Long, MappedRecord> mappedCache = new Recent<>(CACHED);

    Records(Sql sql, Blobs blobs) {
        this.sql = sql;
        this.blobs = blobs;
    }

    /** The settings of a source, if it is registered. */
    public Optional<SourceSettings> source(String id) {
        return sql.one("select settings from source where id = ?", row -> SettingsCodec.decode(row.getString(1)), id);
    }

    /** All registered sources, by id. */
    public List<SourceSettings> sources() {
        return sql.all("select settings from source order by id", row -> SettingsCodec.decode(row.getString(1)));
    }

    /** Registers a source or changes its settings. */
    public void setSource(long commit, SourceSettings settings) {
        sql.update(
                "insert into source (id, settings, commit_number) values (?1, ?2, ?3)"
                        + " on conflict (id) do update set settings = ?2, commit_number = ?3",
                settings.id(),
                SettingsCodec.encode(settings),
                commit);
    }

    /** Forgets what was kept in memory within a transaction that was rolled back: its numbers are given again. */
    void reset() {
        mappedCache.clear();
    }

    /** The record that {@code source} calls {@code localId}. */
    public Optional<StoredRecord> find(String source, String localId) {
        return sql.one(RECORD + "where r.source = ? and r.local_id = ?", Records::record, source, localId);
    }

    /** The record with the ledger's number {@code id}. */
    public StoredRecord get(long id) {
        return sql.one(RECORD + "where r.id = ?", Records::record, id).orElseThrow();
    }

    /** The record named {@code key} in its IRI. */
    public Optional<StoredRecord> findByKey(String source, String key) {
        return sql.one(RECORD + "where r.source = ? and r.key = ?", Records::record, source, key);
    }

    /** Numbers of the source's records that are live, or of all sources' when {@code source} is empty. */
    public List<Long> live(Optional<String> source) {
        return source.map(id -> sql.all(
                        "select id from record where status = 'live' and source = ? order by id",
                        row -> row.getLong(1),
                        id))
                .orElseGet(() ->
                        sql.all("select id from record where status = 'live' order by id", row -> row.getLong(1)));
    }

    /** Numbers of all records. */
    public List<Long> all() {
        return sql.all("select id from record order by id", row -> row.getLong(1));
    }

    /** Makes a record that has no version yet. */
    public StoredRecord add(String source, String localId, String key, String format, Status status) {
        long id = sql.insert(
                "insert into record (source, local_id, key, format, status, is_open) values (?, ?, ?, ?, ?, 0)",
                source,
                localId,
                key,
                format,
                status.name().toLowerCase(Locale.ROOT));
        return get(id);
    }

    /** Keeps a new version, {@code mapped} with its {@code texts}, and makes it the current one. */
    public StoredVersion addVersion(
            long record,
            long commit,
            MappedRecord mapped,
            VersionTexts texts,
            String payloadHash,
            String crosswalkHash,
            String origin,
            Optional<String> judged) {
        long payloadBlob = blobs.put(texts.payload());
        long mappedBlob = blobs.put(texts.mapped());
        long id = sql.insert(
                "insert into version (record, commit_number, datestamp, payload_hash, crosswalk_hash, payload, mapped,"
                        + " origin, judged) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                record,
                commit,
                mapped.datestamp().orElse(null),
                payloadHash,
                crosswalkHash,
                payloadBlob,
                mappedBlob,
                origin,
                judged.orElse(null));
        sql.update("update record set version = ?, format = ?, is_stale = 0 where id = ?", id, mapped.format(), record);
        mappedCache.put(id, mapped);
        return new StoredVersion(id, mapped.datestamp(), payloadHash, crosswalkHash, origin);
    }

    /** Notes by what the version was judged. */
    public void setJudged(long version, String by) {
        sql.update("update version set judged = ? where id = ?", by, version);
    }

    /** Notes the date of the latest version or deletion notice. */
    public void setDatestamp(long record, Optional<String> datestamp) {
        sql.update("update record set datestamp = ? where id = ?", datestamp.orElse(null), record);
    }

    /** Changes where the record is in its life, and whether it is public. */
    public void setStatus(long record, Status status, boolean isOpen) {
        sql.update(
                "update record set status = ?, is_open = ? where id = ?",
                status.name().toLowerCase(Locale.ROOT),
                isOpen,
                record);
    }

    /** Notes that a newer version of a live record was set aside. */
    public void setStale(long record) {
        sql.update("update record set is_stale = 1 where id = ?", record);
    }

    /** Notes that {@code delivery} holds the record. */
    public void setDelivery(long record, long delivery) {
        sql.update("update record set delivery = ? where id = ?", delivery, record);
    }

    /** Live records of {@code source} that {@code delivery} does not hold. */
    public List<Long> absent(String source, long delivery) {
        return sql.all(
                "select id from record where source = ? and status = 'live' and delivery <> ? order by id",
                row -> row.getLong(1),
                source,
                delivery);
    }

    /** What the version says. */
    public MappedRecord mapped(StoredVersion version) {
        MappedRecord cached = mappedCache.get(version.id());
        if (cached != null) {
            return cached;
        }
        MappedRecord mapped = mappedOf(version.id())
                .orElseThrow(() -> new LedgerException("Version " + version.id() + " was purged and has no text"));
        mappedCache.put(version.id(), mapped);
        return mapped;
    }

    /** What all versions of the record that still have their text say, oldest first. */
    public List<MappedRecord> history(long record) {
        return sql.all("select id from version where record = ? order by id", row -> row.getLong(1), record).stream()
                .flatMap(id -> mappedOf(id).stream())
                .toList();
    }

    private Optional<MappedRecord> mappedOf(long version) {
        return sql.one(
                "select mapped from version where id = ? and mapped is not null",
                row -> RecordCodec.decode(blobs.get(row.getLong(1))),
                version);
    }

    /** The payload of the version. */
    public String payload(StoredVersion version) {
        return sql.one(
                        "select payload from version where id = ? and payload is not null",
                        row -> new String(blobs.get(row.getLong(1)), StandardCharsets.UTF_8),
                        version.id())
                .orElseThrow(() -> new LedgerException("Version " + version.id() + " was purged and has no payload"));
    }

    /** Numbers of all versions that still have their texts. */
    List<Long> versions() {
        return sql.all("select id from version where payload is not null order by id", row -> row.getLong(1));
    }

    /** What is wrong with the texts of a version, if anything is. */
    Optional<String> damage(long version) {
        try {
            mappedOf(version);
            return sql.one(
                            "select v.payload, v.payload_hash, r.source, r.local_id from version v"
                                    + " join record r on r.id = v.record where v.id = ?",
                            row -> Hash.of(blobs.get(row.getLong(1))).hex().equals(row.getString(2))
                                    ? ""
                                    : "the payload of " + row.getString(3) + " " + row.getString(4)
                                            + " has another hash",
                            version)
                    .filter(it -> !it.isEmpty());
        } catch (RuntimeException e) {
            return Optional.of("version " + version + ": " + e.getMessage());
        }
    }

    /** Erases the texts of all versions of the record; their hashes stay, and it has no current version any more. */
    public void erase(long record) {
        mappedCache.clear();
        sql.update(
                "delete from blob where id in (select payload from version where record = ?1"
                        + " union select mapped from version where record = ?1)",
                record);
        sql.update("update version set payload = null, mapped = null, origin = '' where record = ?", record);
        sql.update("update record set version = null where id = ?", record);
    }

    /** Keeps what could not be placed, with its reason; the same again only renews the reason. */
    public void setAside(
            long commit, String source, String localId, String origin, String payload, String hash, String reason) {
        Optional<Long> known = sql.one(
                "select id from aside where source = ? and local_id = ? and payload_hash = ?",
                row -> row.getLong(1),
                source,
                localId,
                hash);
        if (known.isPresent()) {
            sql.update("update aside set reason = ?, origin = ? where id = ?", reason, origin, known.get());
            return;
        }
        sql.insert(
                "insert into aside (source, local_id, origin, payload_hash, payload, reason, commit_number)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                source,
                localId,
                origin,
                hash,
                blobs.put(Packed.of(payload.getBytes(StandardCharsets.UTF_8))),
                reason,
                commit);
    }

    /** A record that is stored now is no longer set aside. */
    public void takeBack(String source, String localId) {
        sql.update(
                "delete from blob where id in (select payload from aside where source = ? and local_id = ?)",
                source,
                localId);
        sql.update("delete from aside where source = ? and local_id = ?", source, localId);
    }

    private static StoredRecord record(ResultSet row) throws SQLException {
        @Nullable String payloadHash = row.getString(13);
        Optional<StoredVersion> version = payloadHash == null
                ? Optional.empty()
                : Optional.of(new StoredVersion(
                        row.getLong(11),
                        Optional.ofNullable(row.getString(12)),
                        payloadHash,
                        row.getString(14),
                        row.getString(15)));
        return new StoredRecord(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Sql.known(Status.class, row.getString(6).toUpperCase(Locale.ROOT)),
                row.getInt(7) == 1,
                row.getInt(8) == 1,
                row.getLong(9),
                Optional.ofNullable(row.getString(10)),
                version);
    }
}
