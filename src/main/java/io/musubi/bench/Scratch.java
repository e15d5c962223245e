package io.musubi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** A folder that is gone when the benchmark is done, or is told to end. */
final class Scratch implements AutoCloseable {
    private final Path path;

    Scratch() throws IOException {
        this.path = Files.createTempDirectory("musubi-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(path.toFile())));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        FileUtils.deleteDirectory(path.toFile());
    }
}
