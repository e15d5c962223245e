package io.musubi.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A SQLite database as a file. */
public final class DatabaseFile {
    private DatabaseFile() {}

    /**
     * Copies what {@code source} sees into a new file, by SQLite's online backup: within a transaction that is one moment,
     * whoever writes meanwhile. The copy is one file, without a log beside it, and its pages hang together.
     *
     * @param target no file yet
     * @param progress hears of pages done, of all
     * @throws SQLException when a page cannot be read or written, or what was copied does not hang together
     */
    public static void copy(Connection source, Path target, BiConsumer<Integer, Integer> progress) throws SQLException {
        int ended = source.unwrap(SQLiteConnection.class)
                .getDatabase()
                .backup("main", target.toString(), (left, all) -> progress.accept(all - left, all));
        if (ended != SQLiteErrorCode.SQLITE_OK.code) {
            SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(ended);
            throw new SQLiteException("[" + code.name() + "] " + code.message + " while copying to " + target, code);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        try (Connection copy = config.createConnection("jdbc:sqlite:" + target)) {
            List<String> damages = look(copy, "PRAGMA quick_check");
            if (!damages.isEmpty()) {
                throw new SQLiteException(
                        "[SQLITE_CORRUPT] " + damages.getFirst() + " in the copy " + target,
                        SQLiteErrorCode.SQLITE_CORRUPT);
            }
        }
    }

    /**
     * Reads every page. SQLite notices what does not hang together; it does not notice other words in a text.
     *
     * @return what is wrong; empty when all is well
     * @throws SQLException when the file cannot even be read as a database
     */
    public static List<String> damages(Connection connection) throws SQLException {
        return look(connection, "PRAGMA integrity_check");
    }

    private static List<String> look(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            found.remove("ok");
            return found;
        }
    }
}
