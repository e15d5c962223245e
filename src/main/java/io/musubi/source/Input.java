package io.musubi.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file that can be opened again and again, unpacked when it is gzip. */
final class Input {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final long size;

    Input(Path file) throws IOException {
        this.file = file;
        this.size = Files.size(file);
    }

    long size() {
        return size;
    }

    /** Opens it from its beginning. */
    InputStream open() throws IOException {
        return open((read, total) -> {});
    }

    /** Opens it from its beginning and tells how far reading is. */
    InputStream open(Progress progress) throws IOException {
        InputStream raw = new Counting(Files.newInputStream(file), size, progress);
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(2);
        boolean isGzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return isGzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }

    /** The first bytes, at most {@code length}. */
    byte[] head(int length) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(length);
        }
    }

    /** Hears how many bytes were read. */
    interface Progress {
        void at(long read, long total);
    }

    private static final class Counting extends FilterInputStream {
        private static final long STEP = 1L << 20;
        private final long total;
        private final Progress progress;
        private long read;
        private long told;

        Counting(InputStream in, long total, Progress progress) {
            super(in);
            this.total = total;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? -1 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = super.read(bytes, from, length);
            count(some);
            return some;
        }

        private void count(int bytes) {
            read += Math.max(bytes, 0);
            if (read - told >= STEP || (bytes < 0 && told < read)) {
                told = read;
                progress.at(read, total);
            }
        }
    }
}
