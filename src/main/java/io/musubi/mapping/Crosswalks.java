package io.musubi.mapping;

import io.musubi.mapping.CrosswalkException.Mistake;
import io.musubi.mapping.normalise.IdentifierSchemeReader;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.ReadingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All crosswalks of the house: the folders under {@code mappings/} that have a {@code mapping.yaml}. */
public final class Crosswalks {
    private final Map<String, Crosswalk> byFormat = new TreeMap<>();
    private final IdentifierSchemes schemes;

    private Crosswalks(IdentifierSchemes schemes) {
        this.schemes = schemes;
    }

    /**
     * Reads {@code mappings/} and {@code ontology/identifiers.yaml} under {@code home}.
     *
     * @throws CrosswalkException when anything in them is wrong
     * @throws UncheckedIOException when a file cannot be read
     */
    public static Crosswalks load(Path home) {
        try {
            Path mappings = home.resolve("mappings");
            return read(home.resolve("ontology/identifiers.yaml"), mappings.resolve("tables"), folders(mappings));
        } catch (IOException e) {
            throw new UncheckedIOException(home + " could not be read", e);
        }
    }

    /** Reads the crosswalks of {@code folders}, each called as its folder is. */
    static Crosswalks read(Path schemesFile, Path tablesFolder, List<Path> folders) throws IOException {
        Crosswalks crosswalks = new Crosswalks(IdentifierSchemeReader.read(schemesFile));
        List<Mistake> mistakes = new ArrayList<>();
        Tables tables = Tables.read(tablesFolder, mistakes);
        CrosswalkReader reader =
                new CrosswalkReader(tables, crosswalks.schemes, Files.readAllBytes(schemesFile), mistakes);
        for (Path folder : folders) {
            String name = folder.getFileName().toString();
            String text = Files.readString(folder.resolve("mapping.yaml"));
            reader.read("mappings/" + name + "/mapping.yaml", name, text)
                    .ifPresent(crosswalk -> crosswalks.byFormat.put(name, crosswalk));
        }
        if (!mistakes.isEmpty()) {
            throw new CrosswalkException(mistakes);
        }
        return crosswalks;
    }

    private static List<Path> folders(Path mappings) throws IOException {
        if (!Files.isDirectory(mappings)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(mappings)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("mapping.yaml")))
                    .sorted()
                    .toList();
        }
    }

    /** All of them, sorted by format. */
    public List<Crosswalk> all() {
        return List.copyOf(byFormat.values());
    }

    /** The crosswalk of {@code format}, if there is one. */
    public Optional<Crosswalk> find(String format) {
        return Optional.ofNullable(byFormat.get(format));
    }

    /** How to read files of all formats. */
    public List<ReadingPlan> readingPlans() {
        return byFormat.values().stream().map(Crosswalk::readingPlan).toList();
    }

    /** The identifier schemes that the crosswalks check by. */
    public IdentifierSchemes schemes() {
        return schemes;
    }
}
