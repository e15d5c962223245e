package io.musubi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real records kept beside the project in {@code ../shared/records} (or where {@code MUSUBI_SHARED} says). They are read
 * where they lie and never copied; a test that needs them is skipped where they are absent.
 */
public final class SharedRecords {
    private SharedRecords() {}

    /** The folder {@code records/<name>}; skips the test when it is not there. */
    public static Path folder(String name) {
        String set = System.getenv("MUSUBI_SHARED");
        Path home =
                Path.of(System.getProperty("musubi.home", ".")).toAbsolutePath().normalize();
        Stream<Path> candidates = set == null
                ? Stream.of(
                        home.resolveSibling("shared"),
                        home.resolve("../../shared").normalize())
                : Stream.of(Path.of(set));
        Path folder = candidates
                .map(each -> each.resolve("records").resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeTrue(folder != null, "No ../shared/records/" + name + " beside the project: nothing to test with");
        return folder;
    }

    /** All files below {@code folder}, sorted by path. */
    public static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be read", e);
        }
    }
}
