package io.musubi.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** The store folders {@code graph-0001}, {@code graph-0002} … of the public folder, and the file that points to one. */
final class Folder {
    private static final String POINTER = "graph";
    private static final String PREFIX = "graph-";

    private final Path place;

    Folder(Path publicFolder) {
        this.place = publicFolder;
    }

    /** The store folder pointed to, if there is one. */
    Optional<Path> current() {
        try {
            Path pointer = place.resolve(POINTER);
            if (!Files.exists(pointer)) {
                return Optional.empty();
            }
            Path folder = place.resolve(Files.readString(pointer).strip());
            return Files.isDirectory(folder) && stores().contains(folder) ? Optional.of(folder) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Points to {@code folder} from now on: readers of the pointer see the old or the new, never half. */
    void point(Path folder) {
        try {
            Path next = place.resolve(POINTER + ".next");
            Files.writeString(next, folder.getFileName() + "\n");
            Files.move(next, place.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder for a new store; its number was not used by any that is there. */
    Path next() {
        int last = stores().stream()
                .map(folder -> folder.getFileName().toString().substring(PREFIX.length()))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return place.resolve(String.format("%s%04d", PREFIX, last + 1));
    }

    /** All store folders: the current one, and others that a crash left behind. */
    List<Path> stores() {
        try (Stream<Path> found = Files.list(place)) {
            return found.filter(path -> path.getFileName().toString().matches(PREFIX + "[0-9]{4,9}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder and all in it. */
    static void remove(Path folder) {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }

    /** The size of all files in a folder, in bytes. */
    static long bytes(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot measure " + folder, e);
        }
    }
}
