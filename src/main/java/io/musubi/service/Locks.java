package io.musubi.service;

import io.musubi.journal.WriterLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a process may hold of a folder, held by us: nobody writes it, and no server has it open. */
final class Locks {
    private Locks() {}

    /**
     * Holds all locks of {@code folder} that anybody ever took, until {@code closing}.
     *
     * @throws io.musubi.journal.HeldException when somebody has one
     */
    static void take(Path folder, Closing closing) {
        names(folder).forEach(name -> closing.add(WriterLock.take(folder, name)));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".lock"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
    }
}
