package io.musubi.journal;

import io.musubi.sqlite.DatabaseFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** One connection to the journal's file, its statements prepared once. For one thread at a time. */
final class Database implements AutoCloseable {
    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database reader(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return connect(file, config);
    }

    /** secure_delete: freed pages are overwritten with zeros. synchronous FULL: a commit told is a commit kept. */
    static Database writer(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-64_000);
        config.setGetGeneratedKeys(false); // one more query after each insert, for what nobody asks
        Database database = connect(file, config);
        database.execute("PRAGMA secure_delete = ON");
        return database;
    }

    private static Database connect(Path file, SQLiteConfig config) {
        config.setBusyTimeout(5_000);
        try {
            return new Database(file, config.createConnection("jdbc:sqlite:" + file));
        } catch (SQLException e) {
            throw new JournalException(file, "cannot be opened", e);
        }
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        try (ResultSet rows = prepare(sql, values).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new JournalException(file, "cannot be read", e);
        }
    }

    <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values) {
        List<T> found = list(sql, row, values);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    long number(String sql, @Nullable Object... values) {
        return one(sql, row -> row.getLong(1), values).orElse(0L);
    }

    int change(String sql, @Nullable Object... values) {
        try {
            return prepare(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw new JournalException(file, "cannot be written", e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new JournalException(file, "cannot run " + sql, e);
        }
    }

    /** Copies what this connection sees into a new file; hears of pages done, of all. */
    void copyTo(Path target, BiConsumer<Integer, Integer> progress) {
        try {
            DatabaseFile.copy(connection, target, progress);
        } catch (SQLException e) {
            throw new JournalException(file, "cannot be copied to " + target, e);
        }
    }

    /** What of the file's pages does not hang together. */
    List<String> damages() {
        try {
            return DatabaseFile.damages(connection);
        } catch (SQLException e) {
            throw new JournalException(file, "cannot be read", e);
        }
    }

    /** What is thrown where something in the file is not what was written. */
    JournalException damaged(String what) {
        return new JournalException(file, what);
    }

    /** A transaction from here to {@link #commit} or {@link #rollback}. */
    void begin() {
        execute("BEGIN");
    }

    void commit() {
        execute("COMMIT");
    }

    void rollback() {
        execute("ROLLBACK");
    }

    /** Undoes the transaction that {@code trouble} broke; on a full disk SQLite has done so by itself. */
    void rollbackAfter(Throwable trouble) {
        try {
            rollback();
        } catch (JournalException e) {
            trouble.addSuppressed(e);
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new JournalException(file, "cannot be closed", e);
        }
    }
}
