package io.musubi.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders that hold shapes, found by looking. */
final class ShapeFolders {
    static final Path HOME = Path.of(System.getProperty("musubi.home", "."));

    private ShapeFolders() {}

    /** {@code shapes/admission} and every profile under {@code shapes/record}. */
    static List<Path> all() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(HOME.resolve("shapes/admission")));
        folders.addAll(children(HOME.resolve("shapes/record")));
        return folders;
    }

    /** The folders directly in {@code folder}, sorted; none when it does not exist. */
    static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The last name of {@code path}. */
    static String name(@Nullable Path path) {
        return path == null ? "" : String.valueOf(path.getFileName());
    }

    /** The profile that {@code folder} is; empty when it judges every record. */
    static List<String> profile(Path folder) {
        return List.of("admission", "general").contains(name(folder)) ? List.of() : List.of(name(folder));
    }
}
