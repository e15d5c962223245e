package io.musubi.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Lets at most so many characters be read for one thing: a quote or a tag that never closes must not fill the memory. */
final class Leash extends FilterReader {
    /** 16 million characters. */
    static final int LENGTH = 16 << 20;

    private int read;

    Leash(Reader in) {
        super(in);
    }

    /** The thing is complete. */
    void loosen() {
        read = 0;
    }

    /** More than {@value #LENGTH} characters, and still no end. */
    static final class TooLong extends IOException {
        private TooLong() {
            super("more than " + LENGTH + " characters");
        }
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] characters, int from, int length) throws IOException {
        if (read > LENGTH) {
            throw new TooLong();
        }
        int count = super.read(characters, from, length);
        read += Math.max(count, 0);
        return count;
    }
}
