package io.musubi.text;

import io.musubi.journal.Journal;
import io.musubi.model.State;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Lucene index in its folder: one writer, and the last commit for readers. Writing is for one thread at a time. */
final class Index implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Index.class);
    private static final double BUFFER_MEGABYTES = 64;

    /** Lucene advises a module of vectors, which only searching by similarity uses; kept, or the setting would go. */
    private static final java.util.logging.Logger ADVICE =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        ADVICE.setLevel(Level.SEVERE);
    }

    private final Directory directory;
    private IndexWriter writer;
    private volatile Reading current;
    private volatile Marks marks;
    private boolean isFresh;

    private Index(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.current = Reading.of(DirectoryReader.open(directory));
        this.marks = current.marks();
        this.isFresh = marks.equals(Marks.NONE);
    }

    /** Opens the index in {@code folder}; one that does not open, or was made by other rules, is emptied first. */
    static Index open(Path folder) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            Optional<Index> ours = asItWas(directory, folder);
            return ours.isPresent() ? ours.get() : empty(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The text index " + folder + " cannot be opened", e);
        }
    }

    private static Optional<Index> asItWas(Directory directory, Path folder) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Optional.empty();
        }
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, config(IndexWriterConfig.OpenMode.APPEND));
            if (Marks.isOurs(data(writer))) {
                return Optional.of(new Index(directory, writer));
            }
            LOG.info("{} was made by other rules and is made anew", folder);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} does not open and is made anew from the journal: {}", folder, e.toString());
        }
        if (writer != null) {
            writer.rollback();
        }
        return Optional.empty();
    }

    private static Index empty(Directory directory) throws IOException {
        for (String file : List.of(directory.listAll())) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
        IndexWriter writer = new IndexWriter(directory, config(IndexWriterConfig.OpenMode.CREATE));
        commit(writer, Marks.NONE);
        return new Index(directory, writer);
    }

    /**
     * Reads every byte of the last commit; Lucene keeps checksums of them.
     *
     * @return what it says of itself; empty where there is no index
     * @throws IOException when it is damaged
     */
    static Optional<Marks> examine(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Directory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
                return Optional.of(Marks.of(reader.getIndexCommit().getUserData()));
            }
        }
    }

    /** Whether it is the disk that fails, not what is on it. */
    static boolean isDiskTrouble(Throwable thrown) {
        return thrown instanceof IOException
                && !(thrown instanceof CorruptIndexException
                        || thrown instanceof IndexFormatTooOldException
                        || thrown instanceof IndexFormatTooNewException
                        || thrown instanceof EOFException
                        || thrown instanceof NoSuchFileException);
    }

    private static Map<String, String> data(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    private static IndexWriterConfig config(IndexWriterConfig.OpenMode mode) {
        TieredMergePolicy policy = new TieredMergePolicy();
        // What is forgotten leaves with the next merge of deletions, however little of a segment it is.
        policy.setForceMergeDeletesPctAllowed(0);
        return new IndexWriterConfig(Analysis.ofIndex())
                .setOpenMode(mode)
                .setSimilarity(new Weighing())
                .setMergePolicy(policy)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
    }

    IndexWriter writer() {
        return writer;
    }

    /** What readers see. */
    Marks marks() {
        return marks;
    }

    /** The state of what is written, committed or not: from where to go on. */
    State written() {
        return isFresh ? Journal.EMPTY : marks.state();
    }

    /** Whether nothing was written since it was empty: then it holds nothing forgotten. */
    boolean isFresh() {
        return isFresh;
    }

    /** Removes all, for the writer; readers keep the last commit until the next. */
    void clear() throws IOException {
        if (!writer.isOpen()) {
            writer = new IndexWriter(directory, config(IndexWriterConfig.OpenMode.CREATE));
        }
        writer.deleteAll();
        isFresh = true;
    }

    /** Makes all that was written one commit, and shows it. */
    void commit(Marks now) throws IOException {
        commit(writer, now);
        isFresh = false;
        Reading old = current;
        current = Reading.of(DirectoryReader.open(directory));
        marks = now;
        old.retire();
    }

    private static void commit(IndexWriter writer, Marks marks) throws IOException {
        writer.setLiveCommitData(marks.data().entrySet());
        writer.commit();
    }

    /** Drops what was written since the last commit; one that does not open again is left to {@link #clear}. */
    void rollback() {
        try {
            writer.rollback();
            writer = new IndexWriter(directory, config(IndexWriterConfig.OpenMode.APPEND));
            isFresh = marks.equals(Marks.NONE);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The text index cannot go back to its last commit: {}", e.toString());
        }
    }

    /** What is to be read now; to be released. */
    Reading read() {
        Reading reading = current;
        while (!reading.lease()) {
            reading = current;
        }
        return reading;
    }

    @Override
    public void close() {
        try {
            writer.rollback();
            current.retire();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The text index cannot be closed", e);
        }
    }
}
