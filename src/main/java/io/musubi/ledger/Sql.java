package io.musubi.ledger;

import io.musubi.sqlite.DatabaseFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection and its prepared statements, each prepared once. Not for use by several threads. */
final class Sql implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs an insert, update or delete; gives the number of rows. */
    int update(String text, @Nullable Object... values) {
        try {
            return bind(text, values).executeUpdate();
        } catch (SQLException e) {
            throw new LedgerException(text, e);
        }
    }

    /** Runs an insert and gives the new row's integer key. */
    long insert(String text, @Nullable Object... values) {
        return one(text + " returning rowid", row -> row.getLong(1), values).orElseThrow();
    }

    <T> List<T> all(String text, Row<T> reader, @Nullable Object... values) {
        try (ResultSet rows = bind(text, values).executeQuery()) {
            List<T> out = new ArrayList<>();
            while (rows.next()) {
                out.add(reader.read(rows));
            }
            return out;
        } catch (SQLException e) {
            throw new LedgerException(text, e);
        }
    }

    /** Reads rows one after the other; the reader may ask nothing else of this statement meanwhile. */
    <T> void each(String text, Row<T> reader, Consumer<T> each, @Nullable Object... values) {
        try (ResultSet rows = bind(text, values).executeQuery()) {
            while (rows.next()) {
                each.accept(reader.read(rows));
            }
        } catch (SQLException e) {
            throw new LedgerException(text, e);
        }
    }

    <T> Optional<T> one(String text, Row<T> reader, @Nullable Object... values) {
        try (ResultSet rows = bind(text, values).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw new LedgerException(text, e);
        }
    }

    /** The constant of that name; a name that none has was not written by us. */
    static <E extends Enum<E>> E known(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new LedgerException("The ledger is damaged: '" + name + "' is no " + type.getSimpleName());
        }
    }

    void begin() {
        run("begin immediate");
    }

    /** From here on all readings are of one moment. */
    void beginReading() {
        run("begin");
        one("select count(*) from setting", row -> row.getLong(1));
    }

    /** Copies what this connection sees into a new file; hears of pages done, of all. */
    void copyTo(Path target, BiConsumer<Integer, Integer> progress) {
        try {
            DatabaseFile.copy(connection, target, progress);
        } catch (SQLException e) {
            throw new LedgerException("copying to " + target, e);
        }
    }

    /** What of the file's pages does not hang together. */
    List<String> damages() {
        try {
            return DatabaseFile.damages(connection);
        } catch (SQLException e) {
            throw new LedgerException("reading every page", e);
        }
    }

    void commit() {
        run("commit");
    }

    /** Undoes the transaction that {@code trouble} broke; on a full disk SQLite has done so by itself. */
    void rollbackAfter(Throwable trouble) {
        try {
            run("rollback");
        } catch (LedgerException e) {
            trouble.addSuppressed(e);
        }
    }

    private void run(String text) {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            throw new LedgerException(text, e);
        }
    }

    private PreparedStatement bind(String text, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Boolean b ? (Object) (b ? 1 : 0) : value);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw new LedgerException("close", e);
        }
    }
}
