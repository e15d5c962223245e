package io.musubi.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.GZIPInputStream;

/** A file that can be opened again and again, unpacked when it is gzip. */
final class Input {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final BasicFileAttributes before;

    /** @throws IOException when there is no such file, or it is none that can be read twice */
    Input(Path file) throws IOException {
        this.file = file;
        this.before = Files.readAttributes(file, BasicFileAttributes.class);
        if (!before.isRegularFile()) {
            throw new IOException(file + " is " + (before.isDirectory() ? "a folder" : "a pipe or a device")
                    + ", not a file; save what it holds as a file");
        }
    }

    /** Whether somebody wrote to the file since. */
    boolean hasChanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return now.size() != before.size() || !now.lastModifiedTime().equals(before.lastModifiedTime());
    }

    /** Opens it from its beginning. */
    InputStream open() throws IOException {
        return open((read, total) -> {});
    }

    /** Opens it from its beginning and tells how far reading is. */
    InputStream open(Progress progress) throws IOException {
        InputStream raw = new Counting(Files.newInputStream(file), before.size(), progress);
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
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        /** What was added since is not read: a file that grows would have no end. */
        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = read >= total ? -1 : super.read(bytes, from, (int) Math.min(length, total - read));
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
