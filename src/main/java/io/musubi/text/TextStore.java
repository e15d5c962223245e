package io.musubi.text;

import io.musubi.journal.Damage;
import io.musubi.journal.HeldException;
import io.musubi.journal.Journal;
import io.musubi.journal.Repeating;
import io.musubi.journal.Snapshot;
import io.musubi.journal.WriterLock;
import io.musubi.model.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text index of one process: follows the journal, and answers. It belongs to the process that has it open, a server
 * where one runs. Safe for many threads.
 *
 * <p>A Lucene commit is what a swap of folders is for the graph: readers stay at the last one until the next is whole,
 * also while everything is written anew, and what a crash leaves half done is gone when it is opened again.
 */
public final class TextStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TextStore.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final String FOLDER = "text";
    private static final String LOCK = "text.lock";
    private static final String WANTED = "text-rebuild-wanted";

    /** With more documents waiting than this, they are read in pages, so that the journal can erase meanwhile. */
    private static final long MANY = 2_000;

    private final Path publicFolder;
    private final Journal journal;
    private final WriterLock lock;
    private final Index index;
    private final Search search;
    private final ReentrantLock writing = new ReentrantLock();

    private TextStore(Path publicFolder, Journal journal, Spellings spellings, WriterLock lock) {
        this.publicFolder = publicFolder;
        this.journal = journal;
        this.lock = lock;
        this.index = Index.open(publicFolder.resolve(FOLDER));
        this.search = new Search(index, spellings);
    }

    /**
     * Opens the index of {@code publicFolder} as it was left; an empty one where there is none, none that opens or one
     * made by other rules. It shows the journal's newest state after {@link #follow}.
     *
     * @param spellings how identifiers in a question are read
     * @throws HeldException when another process has it open (a server: it follows the journal by itself)
     */
    public static TextStore open(Path publicFolder, Journal journal, Spellings spellings) {
        WriterLock lock = WriterLock.take(publicFolder, LOCK);
        try {
            return new TextStore(publicFolder, journal, spellings, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The journal's state that answers show. */
    public State state() {
        return index.marks().state();
    }

    /**
     * Takes all journal states that wait, in one commit; everything anew when the journal is not the one that was
     * followed, or when the index is damaged. When the journal has forgotten, what is not live leaves the files before this returns.
     *
     * @return the state now shown
     */
    public State follow(Progress progress) {
        try {
            return write(() -> {
                if (isAnother()) {
                    index.clear();
                }
                if (!journal.state().equals(index.written())) {
                    advance(progress);
                }
            });
        } catch (RuntimeException e) {
            if (!Damage.isLikely(e, Index::isDiskTrouble)) {
                throw e;
            }
            LOG.warn("The text index takes nothing more and is made anew from the journal: {}", e.toString());
            return rebuild(progress);
        }
    }

    /**
     * Reads every byte of the index of {@code publicFolder}, and changes nothing.
     *
     * @return the state it shows; empty when there is no index yet
     * @throws IOException when it is damaged
     */
    public static Optional<State> examine(Path publicFolder) throws IOException {
        return Index.examine(publicFolder.resolve(FOLDER)).map(Marks::state);
    }

    /** Writes everything anew from the journal alone; answers come from what was until that is done. */
    public State rebuild(Progress progress) {
        return write(() -> {
            index.clear();
            advance(progress);
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private State write(Work work) {
        writing.lock();
        try {
            work.run();
            forget();
            return state();
        } catch (IOException e) {
            index.rollback();
            throw new UncheckedIOException("The text index of " + publicFolder + " cannot be written", e);
        } catch (RuntimeException e) {
            index.rollback();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    private boolean isAnother() {
        State shown = state();
        try (Snapshot snapshot = journal.snapshot()) {
            return !snapshot.state(shown.number()).equals(Optional.of(shown));
        }
    }

    private void advance(Progress progress) throws IOException {
        State from = index.written();
        long waiting;
        State target;
        long forgettings;
        try (Snapshot snapshot = journal.snapshot()) {
            target = snapshot.state();
            waiting = snapshot.changedSince(from.number());
            // Whatever is forgotten from here on may have been read before.
            forgettings =
                    index.isFresh() ? snapshot.forgettings() : index.marks().forgettings();
        }
        boolean isLong = waiting > MANY;
        if (isLong) {
            Walk.along(index.writer(), journal, from, target, waiting, progress);
            from = target;
        }
        try (Snapshot snapshot = journal.snapshot()) {
            if (index.isFresh() || !snapshot.state().equals(from)) {
                Walk.steadily(index.writer(), journal, snapshot, from, isLong);
            }
            index.commit(new Marks(snapshot.state(), forgettings));
        }
    }

    /** Drops from the files what is not live, when the journal has forgotten since that was last done. */
    private void forget() throws IOException {
        long forgettings;
        try (Snapshot snapshot = journal.snapshot()) {
            forgettings = snapshot.forgettings();
        }
        if (forgettings > index.marks().forgettings()) {
            index.writer().forceMergeDeletes();
            index.commit(new Marks(state(), forgettings));
        }
    }

    /** Asks the process that has the index of {@code publicFolder} open to write it anew; it does within a second. */
    public static void askToRebuild(Path publicFolder) {
        try {
            Files.writeString(publicFolder.resolve(WANTED), "");
        } catch (IOException e) {
            throw new UncheckedIOException("The wish to rebuild cannot be left in " + publicFolder, e);
        }
    }

    /** Follows, or rebuilds where somebody asked for it: one step of {@link #watch}. */
    private void look() {
        try {
            if (Files.deleteIfExists(publicFolder.resolve(WANTED))) {
                LOG.info("The text index is written anew: somebody asked for it");
                rebuild(Progress.SILENT);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The wish to rebuild in " + publicFolder + " cannot be taken", e);
        }
        if (!journal.state().equals(state())) {
            follow(Progress.SILENT);
        }
    }

    /**
     * Starts to follow the journal, which another process may write, until what is returned is closed. States that come
     * while one is being taken are taken together afterwards, so that nothing need be gathered.
     */
    public Repeating watch() {
        return Repeating.start("text-follower", LOOK, this::look);
    }

    /**
     * Answers a question, from the state that was last committed.
     *
     * @throws SearchTimeException when it takes more than some seconds
     */
    public Answer search(Question question) {
        return search.answer(question);
    }

    /**
     * The things that match, best first, without anything about them: for {@code text:query}.
     *
     * @param enough asked now and then: whether nobody waits for them any more
     * @throws SearchTimeException when that came true
     */
    public List<Match> matches(Matching matching, BooleanSupplier enough) {
        return search.matches(matching, enough);
    }

    /** Call when nobody reads any more. */
    @Override
    public void close() {
        writing.lock();
        try {
            index.close();
            lock.close();
        } finally {
            writing.unlock();
        }
    }
}
