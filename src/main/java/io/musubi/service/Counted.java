package io.musubi.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Adds up bytes read of the files below one folder or of one file, for those who wait. */
final class Counted implements BackupFile.Bytes {
    private final Progress progress;
    private final String what;
    private final long total;
    private long done;

    Counted(Progress progress, String what, Path of) throws IOException {
        this.progress = progress;
        this.what = what;
        this.total = bytes(of);
    }

    @Override
    public void read(int count) {
        done += count;
        progress.at(what, Math.min(done, total), total);
    }

    /** The size of a file, or of all files below a folder. */
    static long bytes(Path path) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }
}
