package io.musubi.journal;

import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.model.State;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public documents by state, in {@code journal.db} of the public folder. One process at a time may {@link #open}
 * it for writing; any number may read beside it. Safe for many threads.
 */
public final class Journal implements AutoCloseable {
    /** The state before the first: nothing is public. */
    public static final State EMPTY = new State(0, Instant.EPOCH, "0".repeat(64));

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String FILE = "journal.db";
    private static final String LOCK = "journal.lock";

    /** How long to wait for readers of an old state, in milliseconds. */
    private static final int PATIENT = 5_000;

    private static final int HURRIED = 100;

    /** A write-ahead log above so many bytes is moved into the file at the next occasion. */
    private static final long LONG_LOG = 64 << 20;

    private final Path file;
    private final Dictionaries dictionaries = new Dictionaries();
    private final Deque<Database> idle = new ArrayDeque<>();
    private final @Nullable Database writer;
    private final @Nullable WriterLock lock;
    private boolean erasureWaits;
    private boolean closed;

    private Journal(Path file, @Nullable Database writer, @Nullable WriterLock lock) {
        this.file = file;
        this.writer = writer;
        this.lock = lock;
    }

    /**
     * Opens the journal of {@code publicFolder} for writing; makes it when there is none.
     *
     * @throws HeldException when another process writes it; the message names it
     */
    public static Journal open(Path publicFolder) {
        WriterLock lock = WriterLock.take(publicFolder, LOCK);
        try {
            Path file = publicFolder.resolve(FILE);
            Schema.migrate(file);
            Database writer = Database.writer(file);
            Journal journal = new Journal(file, writer, lock);
            ListingWriter.fill(writer, journal.dictionaries);
            journal.truncateLog(PATIENT);
            return journal;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The journal itself is files only; every folder beside it is a view of it. */
    private static boolean isLost(Path publicFolder) {
        if (publicFolder.resolve(FILE).toFile().length() > 0) {
            return false;
        }
        File[] beside = publicFolder.toFile().listFiles(File::isDirectory);
        return beside != null && beside.length > 0;
    }

    /** Whether {@code publicFolder} has a journal. */
    public static boolean isIn(Path publicFolder) {
        return Files.exists(publicFolder.resolve(FILE));
    }

    /**
     * Takes the journal of {@code publicFolder} off the disk, so that it can be made again.
     *
     * @throws HeldException when another process writes it
     */
    public static void remove(Path publicFolder) {
        Path file = publicFolder.resolve(FILE);
        WriterLock lock = WriterLock.take(publicFolder, LOCK);
        try {
            for (String part : List.of("-wal", "-shm", "")) {
                Files.deleteIfExists(Path.of(file + part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be removed", e);
        } finally {
            lock.close();
        }
    }

    /**
     * Opens the journal of {@code publicFolder} for reading. Where there is none yet, or an older one, it is made or
     * raised first.
     *
     * @throws HeldException when that is needed and another process writes it
     * @throws JournalException when it is lost: there are views that were made from one
     */
    public static Journal openReadOnly(Path publicFolder) {
        Path file = publicFolder.resolve(FILE);
        if (isLost(publicFolder)) {
            throw new JournalException(file, "it is missing or empty, but what was made from it is there");
        }
        if (!Schema.isCurrent(file)) {
            open(publicFolder).close();
        }
        return new Journal(file, null, null);
    }

    /**
     * Takes the document changes of one ledger commit, all or none. A commit that was taken before changes nothing; a
     * document equal to its latest version is passed over; where nothing differs no state is made.
     *
     * @param commit the ledger commit's number
     * @param time when it was made; kept to the millisecond
     * @param changes of several for one IRI the last counts
     * @return the newest state
     * @throws IllegalArgumentException when a document holds a triple that is not its own, or is not sorted
     */
    public synchronized State append(long commit, Instant time, List<DocumentChange> changes) {
        Database database = writer;
        if (database == null) {
            throw new IllegalStateException("This journal was opened for reading only: " + file);
        }
        if (commit <= database.number("SELECT last_commit FROM progress")) {
            return Snapshot.newest(database);
        }
        // SQLite begins its log anew only when nobody read at the end of the last commit. Views that follow
        // always do, and the log would grow without end.
        if (log().length() > LONG_LOG) {
            truncateLog(HURRIED);
        }
        Collection<DocumentChange> merged = Appender.merge(changes);
        database.begin();
        try {
            Appender appender = new Appender(database, dictionaries);
            State state = appender.append(commit, time.truncatedTo(ChronoUnit.MILLIS), merged);
            database.commit();
            erasureWaits |= appender.forgot();
            if (erasureWaits) {
                truncateLog(HURRIED);
            }
            return state;
        } catch (RuntimeException | Error e) {
            database.rollbackAfter(e);
            dictionaries.reset();
            throw e;
        }
    }

    /**
     * Everything the journal says at its newest state, steady while more is written. Close it soon.
     */
    public Snapshot snapshot() {
        return new Snapshot(borrow(), dictionaries, this::giveBack);
    }

    /** The newest state. Takes some microseconds: fit for a header of each answer and for watching. */
    public State state() {
        return read(Snapshot::state);
    }

    /** The last ledger commit taken; 0 before the first. */
    public long lastCommit() {
        return read(Snapshot::lastCommit);
    }

    /** The latest version of a live document. */
    public Optional<Document> document(String iri) {
        return read(snapshot -> snapshot.document(iri));
    }

    /** What stands behind {@code iri}: a document, a way to one, a tombstone or nothing. */
    public Lookup lookup(String iri) {
        return read(snapshot -> snapshot.lookup(iri));
    }

    /** The IRI of the live document that answers to an identifier. */
    public Optional<String> identified(String scheme, String value) {
        return read(snapshot -> snapshot.identified(scheme, value));
    }

    /** Whether text that was forgotten is still in the write-ahead log, because somebody is reading an old state. */
    public synchronized boolean erasureWaits() {
        return erasureWaits;
    }

    private <T> T read(Function<Snapshot, T> question) {
        try (Snapshot snapshot = snapshot()) {
            return question.apply(snapshot);
        }
    }

    /**
     * Moves the write-ahead log into the file (freed pages as zeros) and cuts it to nothing, unless readers of an old
     * state do not let it within so many milliseconds.
     */
    private void truncateLog(int patience) {
        if (writer != null) {
            writer.execute("PRAGMA busy_timeout = " + patience);
            erasureWaits = writer.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0 && erasureWaits;
            writer.execute("PRAGMA busy_timeout = " + PATIENT);
        }
    }

    private File log() {
        return new File(file + "-wal");
    }

    private Database borrow() {
        synchronized (idle) {
            if (closed) {
                throw new IllegalStateException("The journal is closed: " + file);
            }
            Database database = idle.poll();
            return database != null ? database : Database.reader(file);
        }
    }

    private void giveBack(Database database) {
        synchronized (idle) {
            if (closed) {
                database.close();
            } else {
                idle.push(database);
            }
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Database::close);
            idle.clear();
        }
        synchronized (this) {
            if (writer != null && lock != null) {
                truncateLog(erasureWaits ? PATIENT : HURRIED);
                if (erasureWaits) {
                    LOG.warn(
                            "Forgotten text is still in {}-wal: a reader holds an old state. It goes when the journal"
                                    + " is next opened for writing.",
                            file);
                }
                writer.close();
                lock.close();
            }
        }
    }
}
