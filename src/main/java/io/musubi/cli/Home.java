package io.musubi.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project home: the folder with {@code mappings/}, {@code shapes/}, {@code ontology/} and {@code samples/}. */
final class Home {
    private Home() {}

    /** The folder that {@code musubi.home} names, else the current one. */
    static Path folder() {
        Path home =
                Path.of(System.getProperty("musubi.home", ".")).toAbsolutePath().normalize();
        if (!Files.isDirectory(home.resolve("mappings"))) {
            throw new IllegalArgumentException("There is no folder 'mappings' in " + home
                    + "; start Musubi by its launcher './musubi', or name the project's folder by -Dmusubi.home=DIR");
        }
        return home;
    }
}
