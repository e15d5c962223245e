package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.Text;

/** Takes what {@link SourceReader} finds in one file, in file order, on the reader's own thread. */
public interface UnitSink {
    /** The file is of this format. Comes once, before the first unit; not for a file that is {@link #unknown}. */
    void format(String format);

    /**
     * One unit. The tree is the sink's to keep or drop; the reader holds no other.
     *
     * @param unit its root
     * @param line the line it begins on, counted from 1 (for CSV the line of the row)
     * @param index its number in the file, counted from 1 with those that could not be read
     */
    void unit(Field unit, long line, int index);

    /**
     * Part of the file, or all of it, cannot be read; reading goes on behind it where it can.
     *
     * @param where {@code line 12}, {@code row 7 (line 9)} …
     * @param reason why, and what to do
     */
    void unreadable(String where, Text reason);

    /**
     * The file is well-formed as far as was looked, but of no format that was offered.
     *
     * @param reason what was looked for
     */
    void unknown(Text reason);

    /**
     * How far reading is; about once a megabyte.
     *
     * @param bytes read so far from the file as it lies on the disk
     * @param total its size
     */
    default void progress(long bytes, long total) {}
}
