package io.musubi.bench.invented;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A record at a moment of its life.
 *
 * @param index which record, from 0
 * @param revision 0 as first delivered; a higher one has a later date and other words
 * @param isDeleted the source says that it is gone
 */
public record Version(long index, int revision, boolean isDeleted) {

    /** The records from {@code from} up to, without, {@code to}, as first delivered. */
    public static Stream<Version> first(long from, long to) {
        return LongStream.range(from, to).mapToObj(index -> new Version(index, 0, false));
    }

    /** The same record, changed. */
    public Version revised(int toRevision) {
        return new Version(index, toRevision, false);
    }

    /** The same record, deleted at a later date. */
    public Version deleted(int atRevision) {
        return new Version(index, atRevision, true);
    }
}
