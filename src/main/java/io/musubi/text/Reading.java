package io.musubi.text;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * One commit, opened for reading.
 *
 * @param facets how values of facets are numbered; null while no entry has any
 */
record Reading(DirectoryReader reader, @Nullable SortedSetDocValuesReaderState facets, Marks marks)
        implements AutoCloseable {
    static Reading of(DirectoryReader reader) throws IOException {
        return new Reading(
                reader, facets(reader), Marks.of(reader.getIndexCommit().getUserData()));
    }

    /** A searcher that looks, between some documents and the next, whether it is {@code enough}. */
    IndexSearcher searcher(BooleanSupplier enough) {
        IndexSearcher searcher = searcher();
        searcher.setTimeout(enough::getAsBoolean);
        return searcher;
    }

    /** A searcher that goes on to its end. */
    IndexSearcher searcher() {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new Weighing());
        return searcher;
    }

    private static @Nullable SortedSetDocValuesReaderState facets(DirectoryReader reader) throws IOException {
        try {
            return new DefaultSortedSetDocValuesReaderState(reader, Facets.CONFIG);
        } catch (IllegalArgumentException e) {
            // So says Lucene when no document has a value.
            return null;
        }
    }

    /** Takes a lease; false when it is closed for good. */
    boolean lease() {
        return reader.tryIncRef();
    }

    /** Gives the lease back. */
    @Override
    public void close() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The text index cannot be closed", e);
        }
    }

    /** No new leases once those that are out are back. */
    void retire() {
        close();
    }
}
