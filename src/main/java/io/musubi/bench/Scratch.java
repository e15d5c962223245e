package io.musubi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone when the benchmark is done. */
final class Scratch implements AutoCloseable {
    private final Path path;

    Scratch() throws IOException {
        this.path = Files.createTempDirectory("musubi-bench");
    }

    Path path() {
        return path;
    }

    /** How much disk all files below {@code name} take. */
    long bytes(String name) throws IOException {
        try (Stream<Path> files = Files.walk(path.resolve(name))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
