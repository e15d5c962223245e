package io.musubi.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of the journal, made and raised by the migrations under {@code db/journal}. */
final class Schema {
    /** The newest migration; a test compares it with the folder. */
    static final String VERSION = "3";

    private Schema() {}

    static void migrate(Path file) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource("jdbc:sqlite:" + file, null, null)
                    .locations("classpath:db/journal")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new JournalException(file, "cannot be opened", e);
        }
    }

    /** Whether a reader may use {@code file} as it is. */
    static boolean isCurrent(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (Database database = Database.reader(file)) {
            return database.one(
                                    "SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history'",
                                    row -> row.getInt(1))
                            .isPresent()
                    && database.one(
                                    "SELECT 1 FROM flyway_schema_history WHERE version = ? AND success",
                                    row -> row.getInt(1),
                                    VERSION)
                            .isPresent();
        }
    }
}
