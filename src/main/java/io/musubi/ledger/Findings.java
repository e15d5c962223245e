package io.musubi.ledger;

import io.musubi.model.Finding;
import io.musubi.model.Hash;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings by record. Each has a stable id and is opened and closed by commits. */
public final class Findings {
    private static final String COLUMNS = """
            select source, local_id, origin, rule, severity, node, field, value, message_ja, message_en, expected_ja,
                   expected_en, remedy_ja, remedy_en, is_private, opened, closed, stable_id
            from finding
            """;

    private final Sql sql;

    Findings(Sql sql) {
        this.sql = sql;
    }

    /**
     * A finding where it was made.
     *
     * @param id stable: the same record, rule, thing and source path give the same id
     * @param source the source's id
     * @param localId the record
     * @param origin file and place
     * @param finding what is wrong
     * @param opened the commit that opened it
     * @param closed the commit that closed it, if any did
     */
    public record Located(
            String id,
            String source,
            String localId,
            String origin,
            Finding finding,
            long opened,
            Optional<Long> closed) {}

    /**
     * Makes {@code now} the open findings of one record in one group of rules: those not open yet are opened, open ones
     * that are no longer found are closed.
     *
     * @param record the ledger's number; empty for a record set aside
     * @param group prefix of the rules concerned: identity findings come and go apart from the record's own
     */
    public void renew(
            long commit,
            String source,
            Optional<Long> record,
            String localId,
            String origin,
            Group group,
            List<Finding> now) {
        Map<String, Long> open = new HashMap<>();
        record Row(String id, long number, String rule) {}
        sql
                .all(
                        "select stable_id, id, rule from finding where source = ? and local_id = ? and closed is null",
                        row -> new Row(row.getString(1), row.getLong(2), row.getString(3)),
                        source,
                        localId)
                .stream()
                .filter(row -> Group.of(row.rule()) == group)
                .forEach(row -> open.put(row.id(), row.number()));
        for (Finding finding : now) {
            String id = stableId(source, localId, finding);
            if (open.remove(id) == null
                    && sql.one("select 1 from finding where stable_id = ? and closed is null", row -> 1, id)
                            .isEmpty()) {
                insert(commit, id, source, record, localId, origin, finding);
            }
        }
        open.values().forEach(row -> sql.update("update finding set closed = ? where id = ?", commit, row));
    }

    /** Findings of a record come from its own text or from comparing records. */
    public enum Group {
        /** Of the record's own text. */
        RECORD,
        /** Of ties between records. */
        IDENTITY;

        static Group of(String rule) {
            return rule.startsWith("identity.") ? IDENTITY : RECORD;
        }
    }

    private static String stableId(String source, String localId, Finding it) {
        return Hash.of(String.join(
                        "\u0001",
                        source,
                        localId,
                        it.rule(),
                        it.node(),
                        it.field(),
                        it.value().orElse("")))
                .shortHex();
    }

    private void insert(
            long commit,
            String id,
            String source,
            Optional<Long> record,
            String localId,
            String origin,
            Finding finding) {
        @Nullable Object recordNumber = record.orElse(null);
        sql.update(
                "insert into finding (stable_id, source, record, local_id, origin, rule, severity, node, field, value,"
                        + " message_ja, message_en, expected_ja, expected_en, remedy_ja, remedy_en, is_private, opened)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                source,
                recordNumber,
                localId,
                origin,
                finding.rule(),
                finding.severity().name(),
                finding.node(),
                finding.field(),
                finding.value().orElse(null),
                finding.message().ja(),
                finding.message().en(),
                finding.expected().ja(),
                finding.expected().en(),
                finding.remedy().ja(),
                finding.remedy().en(),
                finding.isPrivate(),
                commit);
    }

    /** Open findings of a source, or of all when {@code source} is empty, by rule and record. */
    public List<Located> open(Optional<String> source) {
        return source.map(id -> sql.all(
                        COLUMNS + "where closed is null and source = ? order by rule, local_id, id",
                        Findings::located,
                        id))
                .orElseGet(() -> sql.all(
                        COLUMNS + "where closed is null order by source, rule, local_id, id", Findings::located));
    }

    /** Erases every finding of the record, open or closed: they quote its values. */
    public void erase(String source, String localId) {
        sql.update("delete from finding where source = ? and local_id = ?", source, localId);
    }

    private static Located located(ResultSet row) throws SQLException {
        Finding finding = new Finding(
                row.getString(4),
                Severity.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                Optional.ofNullable(row.getString(8)),
                new Text(row.getString(9), row.getString(10)),
                new Text(row.getString(11), row.getString(12)),
                new Text(row.getString(13), row.getString(14)),
                row.getInt(15) == 1);
        long closed = row.getLong(17);
        return new Located(
                row.getString(18),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                finding,
                row.getLong(16),
                closed == 0 ? Optional.empty() : Optional.of(closed));
    }
}
