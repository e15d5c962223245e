package io.musubi.ledger;

import io.musubi.model.Finding;
import io.musubi.model.Hash;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Findings by record. Each has a stable id and is opened and closed by commits. */
public final class Findings {
    private static final String COLUMNS = """
            select stable_id, source, record, local_id, origin, part, rule, severity, node, field, value, message_ja,
                   message_en, expected_ja, expected_en, remedy_ja, remedy_en, is_private, opened, id
            from finding
            """;

    private final Sql sql;

    Findings(Sql sql) {
        this.sql = sql;
    }

    /** Where the findings of a record come from: each part is renewed apart from the others. */
    public enum Part {
        /** The text of the version that stands. */
        RECORD,
        /** Ties between records. */
        IDENTITY,
        /** Why a version was set aside, or a file could not be read. */
        OBSTACLE,
        /** What else there is to say of a version that was set aside. */
        ASIDE;

        /** Whether it speaks of a version that does not stand. */
        public boolean isAside() {
            return this == OBSTACLE || this == ASIDE;
        }
    }

    /**
     * Whose findings are meant.
     *
     * @param source the source's id
     * @param record the ledger's number; empty for a record set aside
     * @param localId the record
     * @param origin file and place
     */
    public record Subject(String source, Optional<Long> record, String localId, String origin) {}

    /**
     * An open finding.
     *
     * @param id stable: the same record, part, rule, thing, source path and value give the same id
     * @param subject whose it is
     * @param part where it comes from
     * @param finding what is wrong
     * @param opened the commit that opened it
     * @param row the ledger's number
     */
    public record Located(String id, Subject subject, Part part, Finding finding, long opened, long row) {
        /** The source's id. */
        public String source() {
            return subject.source();
        }

        /** The record. */
        public String localId() {
            return subject.localId();
        }
    }

    /**
     * Makes {@code now} the open findings of one record in one part: those not open yet are opened, open ones that are
     * no longer found are closed, and of those that stay the words are renewed.
     *
     * @return whether anything differs now
     */
    public boolean renew(long commit, Subject subject, Part part, List<Finding> now) {
        Map<String, Located> open = new HashMap<>();
        sql.all(
                        COLUMNS + "where source = ? and local_id = ? and part = ? and closed is null",
                        Findings::located,
                        subject.source(),
                        subject.localId(),
                        part.name())
                .forEach(it -> open.put(it.id(), it));
        boolean differs = false;
        Set<String> seen = new HashSet<>();
        for (Finding finding : now) {
            String id = stableId(subject, part, finding);
            if (seen.add(id)) {
                differs |= keep(commit, id, subject, part, finding, Optional.ofNullable(open.remove(id)));
            }
        }
        open.values().forEach(it -> sql.update("update finding set closed = ? where id = ?", commit, it.row()));
        return differs || !open.isEmpty();
    }

    private boolean keep(
            long commit, String id, Subject subject, Part part, Finding finding, Optional<Located> before) {
        boolean isSame = before.filter(
                        it -> it.finding().equals(finding) && it.subject().equals(subject))
                .isPresent();
        if (!isSame) {
            before.ifPresent(it -> sql.update("delete from finding where id = ?", it.row()));
            insert(before.map(Located::opened).orElse(commit), id, subject, part, finding);
        }
        return !isSame;
    }

    private static String stableId(Subject subject, Part part, Finding it) {
        return Hash.of(String.join(
                        "\u0001",
                        (part.isAside() ? part.name() + "\u0002" : "") + subject.source(),
                        subject.localId(),
                        it.rule(),
                        it.node(),
                        it.field(),
                        it.value().orElse("")))
                .shortHex();
    }

    private void insert(long opened, String id, Subject subject, Part part, Finding finding) {
        @Nullable Object recordNumber = subject.record().orElse(null);
        sql.update(
                "insert into finding (stable_id, source, record, local_id, origin, part, rule, severity, node, field,"
                        + " value, message_ja, message_en, expected_ja, expected_en, remedy_ja, remedy_en, is_private,"
                        + " opened) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                subject.source(),
                recordNumber,
                subject.localId(),
                subject.origin(),
                part.name(),
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
                opened);
    }

    /** The open findings of the version that stands and of its ties, in the order of their ids. */
    public List<Located> standing(String source, String localId) {
        return sql.all(
                COLUMNS + "where source = ? and local_id = ? and closed is null and part in ('RECORD', 'IDENTITY')"
                        + " order by stable_id",
                Findings::located,
                source,
                localId);
    }

    /** Whether the ties of a record have an open finding. */
    public boolean isInConflict(long record) {
        return sql.one(
                        "select 1 from finding where record = ? and closed is null and part = 'IDENTITY' limit 1",
                        row -> 1,
                        record)
                .isPresent();
    }

    /** Hands over the open findings of a source, or of all when {@code source} is empty, record by record. */
    public void open(Optional<String> source, Consumer<Located> each) {
        String order = " order by source, local_id, part, rule, field, value, id";
        Map<Text, Text> texts = new HashMap<>(); // they repeat in every record: each is kept once
        Sql.Row<Located> reader = row -> located(row, it -> texts.computeIfAbsent(it, text -> text));
        if (source.isPresent()) {
            sql.each(COLUMNS + "where closed is null and source = ?" + order, reader, each, source.get());
        } else {
            sql.each(COLUMNS + "where closed is null" + order, reader, each);
        }
    }

    /** Closes all findings of a record that is no longer in its source. */
    public void close(long commit, String source, String localId) {
        sql.update(
                "update finding set closed = ? where source = ? and local_id = ? and closed is null",
                commit,
                source,
                localId);
    }

    /** Erases every finding of the record, open or closed: they quote its values. */
    public void erase(String source, String localId) {
        sql.update("delete from finding where source = ? and local_id = ?", source, localId);
    }

    private static Located located(ResultSet row) throws SQLException {
        return located(row, UnaryOperator.identity());
    }

    private static Located located(ResultSet row, UnaryOperator<Text> kept) throws SQLException {
        long record = row.getLong(3);
        Subject subject = new Subject(
                row.getString(2),
                record == 0 ? Optional.empty() : Optional.of(record),
                row.getString(4),
                row.getString(5));
        Finding finding = new Finding(
                row.getString(7),
                Sql.known(Severity.class, row.getString(8)),
                row.getString(9),
                row.getString(10),
                Optional.ofNullable(row.getString(11)),
                kept.apply(text(row, 12)),
                kept.apply(text(row, 14)),
                kept.apply(text(row, 16)),
                row.getInt(18) == 1);
        return new Located(
                row.getString(1),
                subject,
                Sql.known(Part.class, row.getString(6)),
                finding,
                row.getLong(19),
                row.getLong(20));
    }

    private static Text text(ResultSet row, int first) throws SQLException {
        return new Text(row.getString(first), row.getString(first + 1));
    }
}
