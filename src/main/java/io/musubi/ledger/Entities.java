package io.musubi.ledger;

import io.musubi.model.Key;
import io.musubi.model.Kind;
import io.musubi.model.Recent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Identifiers, the distinct descriptions that carry them, who supports each, and the entities they lead to. Only public
 * statements of open records reach these tables.
 */
public final class Entities {
    private static final int CACHED = 50_000;

    private static final String SUPPORT =
            "select s.description, d.hash, s.record, s.node, s.rank, s.is_authority, s.datestamp";
    private static final String SUPPORTED = " from support s join description d on d.id = s.description";

    /** The best supporter of a description comes first: the lowest rank, then the newest. */
    private static final String VOICE =
            SUPPORTED + " where s.description = ? order by s.rank, s.datestamp desc limit 1";

    private final Sql sql;
    private final Map<Key, Long> cache = new Recent<>(CACHED);

    Entities(Sql sql) {
        this.sql = sql;
    }

    /**
     * A named thing.
     *
     * @param id the ledger's number, in the order of first sight
     * @param kind what it is
     * @param path its IRI below the base
     * @param anchor the identifier it was named by
     * @param isPublished whether it has a public document now
     */
    public record Entity(long id, Kind kind, String path, long anchor, boolean isPublished) {}

    /**
     * One record's support for a description.
     *
     * @param description the description's number
     * @param hash of its content
     * @param record the record's number
     * @param node the thing in that record
     * @param rank the source's
     * @param isAuthority whether the source is an authority
     * @param datestamp of the record's version, or empty
     */
    public record Support(
            long description, String hash, long record, String node, int rank, boolean isAuthority, String datestamp) {}

    /** Forgets numbers given in a transaction that was rolled back: they are given again. */
    void reset() {
        cache.clear();
    }

    /** The number of {@code key}; a new one when it was never seen. */
    public long identifier(Key key) {
        Long known = cache.get(key);
        if (known != null) {
            return known;
        }
        long id = find(key)
                .orElseGet(() -> sql.insert(
                        "insert into identifier (kind, scheme, value) values (?, ?, ?)",
                        key.kind().segment(),
                        key.scheme(),
                        key.value()));
        cache.put(key, id);
        return id;
    }

    /** The number of {@code key}, if it was ever seen. */
    public Optional<Long> find(Key key) {
        return sql.one(
                "select id from identifier where kind = ? and scheme = ? and value = ?",
                row -> row.getLong(1),
                key.kind().segment(),
                key.scheme(),
                key.value());
    }

    /** The identifier with this number. */
    public Key key(long identifier) {
        return sql.one("select kind, scheme, value from identifier where id = ?", Entities::key, identifier)
                .orElseThrow();
    }

    /** The number of the description with this content, made and filed under {@code anchor} if it is new. */
    public long description(
            String hash, Kind kind, long anchor, Collection<Long> identifiers, Collection<Long> mentions) {
        Optional<Long> known = sql.one("select id from description where hash = ?", row -> row.getLong(1), hash);
        return known.orElseGet(() -> {
            long id = sql.insert(
                    "insert into description (hash, kind, anchor) values (?, ?, ?)", hash, kind.segment(), anchor);
            identifiers.forEach(it -> sql.update(
                    "insert or ignore into description_identifier (description, identifier) values (?, ?)", id, it));
            mentions.forEach(
                    it -> sql.update("insert or ignore into mention (description, identifier) values (?, ?)", id, it));
            return id;
        });
    }

    /** Files the description under {@code anchor}; gives whether that is a change. */
    public boolean file(long description, long anchor) {
        return sql.update("update description set anchor = ?1 where id = ?2 and anchor <> ?1", anchor, description) > 0;
    }

    /**
     * What of all its supporters anybody can tell from a description.
     *
     * @param voice the best of them: by rank, then the newest
     * @param isByRecords whether one of them is no authority
     * @param isInConflict whether the ties of an identifier that it carries do not hold
     */
    public record Backing(Support voice, boolean isByRecords, boolean isInConflict) {}

    /** How the description is backed; empty when nobody supports it. */
    public Optional<Backing> backing(long description) {
        return sql.one(
                SUPPORT
                        + ", exists (select 1 from support o where o.description = d.id and o.is_authority = 0),"
                        + " exists (select 1 from description_identifier i join identifier a on a.id = i.identifier"
                        + " where i.description = d.id and a.conflict is not null)"
                        + VOICE,
                row -> new Backing(support(row), row.getInt(8) == 1, row.getInt(9) == 1),
                description);
    }

    /** Everything that {@code record} supports. */
    public List<Support> supportsOf(long record) {
        return sql.all(SUPPORT + SUPPORTED + " where s.record = ?", Entities::support, record);
    }

    /** Adds or renews one support. */
    public void addSupport(Support it) {
        sql.update(
                "insert or replace into support (description, record, node, rank, is_authority, datestamp)"
                        + " values (?, ?, ?, ?, ?, ?)",
                it.description(),
                it.record(),
                it.node(),
                it.rank(),
                it.isAuthority(),
                it.datestamp());
    }

    /** Takes one support away; a description that nobody supports any more is gone. */
    public void removeSupport(Support it) {
        sql.update(
                "delete from support where description = ? and record = ? and node = ?",
                it.description(),
                it.record(),
                it.node());
        if (sql.one("select 1 from support where description = ? limit 1", row -> 1, it.description())
                .isEmpty()) {
            sql.update("delete from description_identifier where description = ?", it.description());
            sql.update("delete from mention where description = ?", it.description());
            sql.update("delete from description where id = ?", it.description());
        }
    }

    /** The identifiers that a description carries. */
    public List<Long> identifiersOf(long description) {
        return sql.all(
                "select identifier from description_identifier where description = ?",
                row -> row.getLong(1),
                description);
    }

    /** The identifiers that a description points to. */
    public List<Long> mentionsOf(long description) {
        return sql.all("select identifier from mention where description = ?", row -> row.getLong(1), description);
    }

    /** Identifiers that some description carries together with {@code identifier}. */
    public List<Long> tiedTo(long identifier) {
        return sql.all(
                "select distinct b.identifier from description_identifier a join description_identifier b"
                        + " on b.description = a.description where a.identifier = ?1 and b.identifier <> ?1",
                row -> row.getLong(1),
                identifier);
    }

    /** Whether some description is anchored at {@code identifier}. */
    public boolean hasDescriptions(long identifier) {
        return sql.one("select 1 from description where anchor = ? limit 1", row -> 1, identifier)
                .isPresent();
    }

    /** The entity that {@code identifier} leads to now. */
    public Optional<Entity> entityOf(long identifier) {
        return sql.one(
                "select e.id, e.kind, e.path, e.anchor, e.is_published from identifier i join entity e"
                        + " on e.id = i.entity where i.id = ?",
                Entities::entity,
                identifier);
    }

    /** The entity that was named by {@code identifier}, wherever that leads now. */
    public Optional<Entity> namedBy(long identifier) {
        return sql.one(
                "select id, kind, path, anchor, is_published from entity where anchor = ?",
                Entities::entity,
                identifier);
    }

    /** The entity with this number. */
    public Entity entity(long id) {
        return sql.one("select id, kind, path, anchor, is_published from entity where id = ?", Entities::entity, id)
                .orElseThrow();
    }

    /** The entity with this path below the base. */
    public Optional<Entity> entityAt(String path) {
        return sql.one(
                "select id, kind, path, anchor, is_published from entity where path = ?", Entities::entity, path);
    }

    /** Names a new entity. */
    public Entity mint(long anchor) {
        Key key = key(anchor);
        long id = sql.insert(
                "insert into entity (kind, path, anchor) values (?, ?, ?)",
                key.kind().segment(),
                key.path(),
                anchor);
        return entity(id);
    }

    /** All entities that ever were, in the order of first sight. */
    public List<Long> all() {
        return sql.all("select id from entity order by id", row -> row.getLong(1));
    }

    /** The identifiers that lead to the entity. */
    public List<Long> membersOf(long entity) {
        return sql.all("select id from identifier where entity = ? order by id", row -> row.getLong(1), entity);
    }

    /** Lets {@code identifier} lead to {@code entity}; gives whether that is a change. */
    public boolean lead(long identifier, Optional<Long> entity, Optional<String> conflict) {
        sql.update("update identifier set conflict = ? where id = ?", conflict.orElse(null), identifier);
        return sql.update(
                        "update identifier set entity = ?1 where id = ?2 and entity is not ?1",
                        entity.orElse(null),
                        identifier)
                > 0;
    }

    /** Why the ties of {@code identifier} do not hold, if they do not. */
    public Optional<String> conflictOf(long identifier) {
        return sql.one(
                        "select conflict from identifier where id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        identifier)
                .flatMap(it -> it);
    }

    /** Marks the entity as having a public document, or not. */
    public void setPublished(long entity, boolean isPublished) {
        sql.update("update entity set is_published = ? where id = ?", isPublished, entity);
    }

    /** For each description of the entity its best supporter: by rank, then the newest. */
    public List<Support> voicesOf(long entity) {
        List<Long> descriptions = sql.all(
                "select d.id from identifier i join description d on d.anchor = i.id where i.entity = ?",
                row -> row.getLong(1),
                entity);
        return descriptions.stream()
                .map(description ->
                        sql.one(SUPPORT + VOICE, Entities::support, description).orElseThrow())
                .toList();
    }

    /** Whether a record of a source that is no authority describes the entity. */
    public boolean isDescribedByRecords(long entity) {
        return sql.one(
                        "select 1 from identifier i join description d on d.anchor = i.id join support s"
                                + " on s.description = d.id and s.is_authority = 0 where i.entity = ? limit 1",
                        row -> 1,
                        entity)
                .isPresent();
    }

    /** Whether a public entity points to one of the entity's identifiers. */
    public boolean isPointedToByPublished(long entity) {
        return sql.one(
                        "select 1 from identifier i join mention m on m.identifier = i.id join description d"
                                + " on d.id = m.description join identifier a on a.id = d.anchor join entity e"
                                + " on e.id = a.entity where i.entity = ?1 and e.is_published = 1 and e.id <> ?1 limit 1",
                        row -> 1,
                        entity)
                .isPresent();
    }

    /** Entities whose descriptions point to {@code identifier}. */
    public List<Long> pointingTo(long identifier) {
        return sql.all(
                "select distinct a.entity from mention m join description d on d.id = m.description"
                        + " join identifier a on a.id = d.anchor where m.identifier = ? and a.entity is not null",
                row -> row.getLong(1),
                identifier);
    }

    /** Records whose descriptions carry or point to {@code identifier}. */
    public List<Long> recordsWith(long identifier) {
        return sql.all(
                "select s.record from mention m join support s on s.description = m.description where m.identifier = ?1"
                        + " union select s.record from description_identifier i join support s"
                        + " on s.description = i.description where i.identifier = ?1",
                row -> row.getLong(1),
                identifier);
    }

    /** Records with a description that carries {@code identifier} and another one. */
    public List<Long> recordsTying(long identifier) {
        return sql.all(
                "select distinct s.record from description_identifier i join support s"
                        + " on s.description = i.description where i.identifier = ?1 and exists (select 1 from"
                        + " description_identifier o where o.description = i.description and o.identifier <> ?1)",
                row -> row.getLong(1),
                identifier);
    }

    /** Declares for good that two identifiers are not of one thing. */
    public void refuse(long commit, long a, long b, String reason) {
        sql.update(
                "insert or replace into refusal (a, b, reason, commit_number) values (?, ?, ?, ?)",
                Math.min(a, b),
                Math.max(a, b),
                reason,
                commit);
    }

    /** The identifiers that are declared not to be of one thing with {@code identifier}. */
    public Set<Long> refusedWith(long identifier) {
        return new HashSet<>(sql.all(
                "select b from refusal where a = ?1 union select a from refusal where b = ?1",
                row -> row.getLong(1),
                identifier));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(Kind.of(row.getString(1)), row.getString(2), row.getString(3));
    }

    private static Entity entity(ResultSet row) throws SQLException {
        return new Entity(
                row.getLong(1), Kind.of(row.getString(2)), row.getString(3), row.getLong(4), row.getInt(5) == 1);
    }

    private static Support support(ResultSet row) throws SQLException {
        return new Support(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6) == 1,
                row.getString(7));
    }
}
