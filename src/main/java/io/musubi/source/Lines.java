package io.musubi.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream cut into lines: each reads as a stream of its own, so that a line of any length needs no memory. */
final class Lines extends FilterInputStream {
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private boolean isLineOver = true;
    private int number;

    Lines(InputStream in) {
        super(in);
    }

    /** Goes to the beginning of the next line that is not blank; false at the end. */
    boolean next() throws IOException {
        if (number > 0) {
            skipLine();
        }
        do {
            number++;
            isLineOver = false;
            if (!fill()) {
                return false;
            }
            while (from < to && (buffer[from] == ' ' || buffer[from] == '\t' || buffer[from] == '\r')) {
                from++;
                if (!fill()) {
                    return false;
                }
            }
            if (buffer[from] != '\n') {
                return true;
            }
            from++;
        } while (true);
    }

    /** The current line's number, counted from 1. */
    int number() {
        return number;
    }

    private void skipLine() throws IOException {
        while (!isLineOver && fill()) {
            if (buffer[from++] == '\n') {
                isLineOver = true;
            }
        }
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(in.read(buffer, 0, buffer.length), 0);
        }
        return to > 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (isLineOver || !fill()) {
            return -1;
        }
        int end = from;
        int limit = Math.min(to, from + length);
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        int count = end - from;
        System.arraycopy(buffer, from, bytes, offset, count);
        from = end;
        if (end < limit) {
            from++;
            isLineOver = true;
        }
        return count == 0 && isLineOver ? -1 : count;
    }

    @Override
    public void close() {
        // Closed by whoever opened the file; a parser of one line must not end the others.
    }
}
