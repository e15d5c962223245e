package io.musubi.service;

import io.musubi.model.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The samples beside the program, and whether a store has taken just these. */
public final class Samples {
    private static final String SETTING = "samples";

    private final Path folder;

    /** @param folder with one folder for each source */
    public Samples(Path folder) {
        this.folder = folder;
    }

    /** The folders of the sources, by name. */
    public List<Path> sources() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(it -> Files.exists(it.resolve(SourceFile.NAME)))
                    .sorted()
                    .toList();
        }
    }

    /** Whether the store has taken them as they are now. */
    public boolean areIn(Store store) throws IOException {
        return store.ledger().setting(SETTING).equals(Optional.of(hash()));
    }

    /** Notes that the store has taken them. */
    public void markIn(Store store) throws IOException {
        String hash = hash();
        store.ledger().transaction(() -> {
            store.ledger().setSetting(SETTING, hash);
            return hash;
        });
    }

    private String hash() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(folder.relativize(file))
                        .append(' ')
                        .append(Hash.of(Files.readAllBytes(file)).hex())
                        .append('\n');
            }
        }
        return Hash.of(all.toString()).hex();
    }
}
