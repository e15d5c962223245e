package io.musubi.graph;

import io.musubi.journal.Damage;
import io.musubi.journal.HeldException;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.journal.WriterLock;
import io.musubi.model.State;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The graph of one process: follows the journal, and builds itself anew while it is read. The documents' triples are
 * the default graph; ontology, code lists and shapes are one named graph. Safe for many threads.
 */
public final class GraphStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphStore.class);
    private static final String LOCK = "graph.lock";
    private static final String WANTED = "rebuild-wanted";

    /** With more documents waiting than this, and than half of all, building anew is quicker than following. */
    private static final long MANY = 2_000;

    private final Journal journal;
    private final GraphSettings settings;
    private final WriterLock lock;
    private final Folder folder;
    private final Path publicFolder;
    private final LeasedDataset dataset;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock building = new ReentrantLock();
    private volatile Store current;
    private volatile State state;

    private GraphStore(Path publicFolder, Folder folder, Journal journal, GraphSettings settings, WriterLock lock) {
        this.publicFolder = publicFolder;
        this.folder = folder;
        this.journal = journal;
        this.settings = settings;
        this.lock = lock;
        this.current = openCurrent(folder, new Ontology(settings.home()));
        this.dataset = new LeasedDataset(() -> current);
        this.state = current.marks().state();
    }

    /**
     * Opens the graph of {@code publicFolder} as it was left; an empty one where there is none, or none that opens.
     * It shows the journal's newest state after {@link #follow}.
     *
     * @throws HeldException when another process has it open (a server: it follows the journal by itself)
     */
    public static GraphStore open(Path publicFolder, Journal journal, GraphSettings settings) {
        WriterLock lock = WriterLock.take(publicFolder, LOCK);
        try {
            return onDisk(() -> new GraphStore(publicFolder, new Folder(publicFolder), journal, settings, lock));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** TDB2 writes into mapped files; a page that finds no room on the disk is an error of the Java machine then. */
    private static <T> T onDisk(Supplier<T> work) {
        try {
            return work.get();
        } catch (InternalError e) {
            throw new UncheckedIOException(
                    new IOException("No space left on device, or it fails: " + e.getMessage(), e));
        }
    }

    private static Store openCurrent(Folder folder, Ontology ontology) {
        Optional<Path> pointed = folder.current();
        folder.stores().stream()
                .filter(store -> !pointed.equals(Optional.of(store)))
                .forEach(Folder::remove);
        if (pointed.isPresent()) {
            try {
                return opened(pointed.get(), ontology);
            } catch (RuntimeException | StackOverflowError e) {
                if (!isDamaged(e)) {
                    throw e;
                }
                LOG.warn("{} does not open and is made anew from the journal: {}", pointed.get(), e.toString());
            }
        }
        Store empty = opened(folder.next(), ontology);
        folder.point(empty.folder());
        return empty;
    }

    private static boolean isDamaged(Throwable thrown) {
        return Damage.isLikely(
                thrown,
                it -> it instanceof OntologyException || (it instanceof IOException && !(it instanceof EOFException)));
    }

    private static Store opened(Path place, Ontology ontology) {
        Store store = Store.open(place);
        boolean done = false;
        try {
            store.refresh(ontology);
            done = true;
            return store;
        } finally {
            if (!done) {
                store.close();
            }
        }
    }

    /**
     * Reads every triple of the graph of {@code publicFolder}, and changes nothing.
     *
     * @return empty when there is no graph yet
     * @throws HeldException when another process has it open
     * @throws RuntimeException when it cannot be read: it is damaged
     */
    public static Optional<StateCheck> examine(Path publicFolder) {
        WriterLock lock = WriterLock.take(publicFolder, LOCK);
        try {
            return new Folder(publicFolder).current().map(GraphStore::checked);
        } finally {
            lock.close();
        }
    }

    private static StateCheck checked(Path place) {
        Store store = Store.open(place);
        try {
            return StateCheck.check(store.dataset());
        } finally {
            store.close();
        }
    }

    /** The graph for readers, the same through all swaps: for Fuseki and for queries of our own. */
    public LeasedDataset dataset() {
        return dataset;
    }

    /** The journal's state that the graph shows; a running transaction may still show an older one. */
    public State state() {
        return state;
    }

    /**
     * Takes all journal states that wait: in one transaction, or by building anew when that is quicker, when the journal
     * is not the one that was followed, or when the store is damaged so that it takes nothing more.
     *
     * @return the state now shown
     */
    public State follow(Progress progress) {
        return onDisk(() -> followed(progress));
    }

    private State followed(Progress progress) {
        Optional<State> followed = tryStep(progress);
        if (followed.isPresent()) {
            return followed.get();
        }
        building.lock();
        try {
            // Perhaps the building that was waited for was the one needed.
            return tryStep(progress).orElseGet(() -> rebuilt(progress));
        } finally {
            building.unlock();
        }
    }

    private Optional<State> tryStep(Progress progress) {
        try {
            return step(progress);
        } catch (RuntimeException | StackOverflowError e) {
            if (!isDamaged(e)) {
                throw e;
            }
            LOG.warn("{} takes nothing more and is made anew from the journal: {}", current.folder(), e.toString());
            return Optional.empty();
        }
    }

    /** Takes the states that wait, in one transaction; empty when a new store must be built instead. */
    private Optional<State> step(Progress progress) {
        writing.lock();
        try (Snapshot snapshot = journal.snapshot()) {
            State shown = state;
            if (!shown.equals(snapshot.state())) {
                if (mustBuild(snapshot, shown)) {
                    return Optional.empty();
                }
                state = current.advance(snapshot, progress);
            }
            return Optional.of(state);
        } finally {
            writing.unlock();
        }
    }

    private static boolean mustBuild(Snapshot snapshot, State shown) {
        boolean another = !snapshot.state(shown.number()).equals(Optional.of(shown));
        long waiting = snapshot.changedSince(shown.number());
        long all =
                snapshot.counts().values().stream().mapToLong(Long::longValue).sum();
        return another || (waiting > MANY && waiting > all / 2);
    }

    /**
     * Builds a new store from the journal alone, beside the one that is read and followed meanwhile, and puts it in its
     * place. The old one leaves the disk when its last reader is done.
     *
     * @return the state now shown
     */
    public State rebuild(Progress progress) {
        return onDisk(() -> rebuilt(progress));
    }

    private State rebuilt(Progress progress) {
        building.lock();
        try {
            Store next = Store.open(folder.next());
            boolean done = false;
            try {
                next.fill(journal, progress);
                next.refresh(new Ontology(settings.home()));
                next.advanceTo(journal);
                swap(next);
                done = true;
            } finally {
                if (!done) {
                    next.retire();
                }
            }
            return state;
        } finally {
            building.unlock();
        }
    }

    private void swap(Store next) {
        writing.lock();
        try {
            next.advanceTo(journal);
            Store old = current;
            State shown = next.marks().state();
            folder.point(next.folder());
            current = next;
            state = shown;
            old.retire();
        } finally {
            writing.unlock();
        }
    }

    /** Asks the process that has the graph of {@code publicFolder} open to build it anew; it does within a second. */
    public static void askToRebuild(Path publicFolder) {
        try {
            Files.writeString(publicFolder.resolve(WANTED), "");
        } catch (IOException e) {
            throw new UncheckedIOException("The wish to rebuild cannot be left in " + publicFolder, e);
        }
    }

    /** Whether somebody asked for a new store; each wish is told once. */
    Optional<String> asked() {
        try {
            return Files.deleteIfExists(publicFolder.resolve(WANTED))
                    ? Optional.of("somebody asked for it")
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The wish to rebuild in " + publicFolder + " cannot be taken", e);
        }
    }

    /** Whether the journal has forgotten text since this store was built: it may still be in its files. */
    public boolean isForgettingWaiting() {
        try (Snapshot snapshot = journal.snapshot()) {
            return snapshot.forgettings() > current.marks().forgettings();
        }
    }

    /** Why a new store should be built now, if it should: the old one has grown, or holds what the journal forgot. */
    public Optional<String> whyRebuild() {
        return asked().or(this::need);
    }

    private Optional<String> need() {
        Marks marks = current.marks();
        if (isForgettingWaiting()) {
            return Optional.of("the journal has forgotten text that may still be in the graph's files");
        }
        long bytes = bytes();
        if (bytes > marks.bytes() * settings.growth() && bytes > marks.bytes() + settings.floor()) {
            return Optional.of("it has grown from " + marks.bytes() + " to " + bytes + " bytes");
        }
        return Optional.empty();
    }

    /** The size of its files, in bytes (as the file system shows them; parts never written take no room). */
    public long bytes() {
        return Folder.bytes(current.folder());
    }

    /** Starts to follow the journal and to rebuild when it should, until the follower is closed. */
    public Follower watch() {
        return new Follower(this, journal);
    }

    /** Call when nobody reads any more. */
    @Override
    public void close() {
        building.lock();
        writing.lock();
        try {
            current.close();
            lock.close();
        } finally {
            writing.unlock();
            building.unlock();
        }
    }
}
