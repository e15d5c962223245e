package io.musubi.web.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The example queries: each {@code *.rq} in {@code queries/examples/} is one. */
public final class Examples {
    private static final String EXTENSION = ".rq";

    private final List<Example> all;

    private Examples(List<Example> all) {
        this.all = all;
    }

    /**
     * Reads all of them.
     *
     * @param home the project home; where it has no such folder there are none
     * @throws IllegalArgumentException when one is not of the right form
     */
    public static Examples read(Path home) {
        Path folder = home.resolve("queries/examples");
        if (!Files.isDirectory(folder)) {
            return new Examples(List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new Examples(files.filter(file -> file.toString().endsWith(EXTENSION))
                    .map(Examples::example)
                    .sorted(Comparator.comparing(Example::audience).thenComparing(Example::name))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private static Example example(Path file) {
        String name = file.getFileName().toString();
        try {
            return Example.read(name.substring(0, name.length() - EXTENSION.length()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** All of them, by audience, then by name. */
    public List<Example> all() {
        return all;
    }

    /** The one of this name. */
    Optional<Example> named(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Those made for {@code audience}. */
    List<Example> of(Audience audience) {
        return all.stream().filter(each -> each.audience() == audience).toList();
    }
}
