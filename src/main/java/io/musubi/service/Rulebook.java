package io.musubi.service;

import io.musubi.check.Checker;
import io.musubi.identity.Precedence;
import io.musubi.mapping.Crosswalk;
import io.musubi.mapping.Crosswalks;
import io.musubi.mapping.normalise.Normaliser;
import io.musubi.mapping.normalise.Normalisers;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that the project home says in data: crosswalks, identifier schemes, precedence and shapes. */
public final class Rulebook {
    private final Path home;
    private final Crosswalks crosswalks;
    private final Precedence precedence;

    /** Read when it is first asked for: who serves judges nothing, and it takes a second. */
    private @Nullable Checker checker;

    /**
     * Reads the project home.
     *
     * @param home the folder with {@code mappings/}, {@code ontology/} and {@code shapes/}
     * @throws IllegalArgumentException when a file in it is wrong; the message names file, place and what was expected
     */
    public Rulebook(Path home) {
        this.home = home;
        this.crosswalks = Crosswalks.load(home);
        this.precedence = Precedence.load(home.resolve("ontology/properties.yaml"));
    }

    /** The project home. */
    public Path home() {
        return home;
    }

    /** The formats. */
    public Crosswalks crosswalks() {
        return crosswalks;
    }

    IdentifierSchemes schemes() {
        return crosswalks.schemes();
    }

    Precedence precedence() {
        return precedence;
    }

    /** @throws IllegalArgumentException when a shape cannot be used */
    synchronized Checker checker() {
        Checker loaded = checker == null ? Checker.load(home) : checker;
        checker = loaded;
        return loaded;
    }

    boolean isOpenByDefault(String format) {
        return crosswalks.find(format).map(Crosswalk::isOpenByDefault).orElse(false);
    }

    /**
     * The crosswalk of a format.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    Crosswalk crosswalk(String format) {
        return crosswalks
                .find(format)
                .orElseThrow(() -> new IllegalArgumentException("'" + format + "' is no format; there are "
                        + crosswalks.all().stream().map(Crosswalk::format).toList()));
    }

    /** The formats' names and titles. */
    public Map<String, Text> formats() {
        Map<String, Text> formats = new TreeMap<>();
        crosswalks.all().forEach(it -> formats.put(it.format(), it.title()));
        return formats;
    }

    /** The normalisers that crosswalks may name. */
    public static List<String> normalisers() {
        return Normalisers.all().stream().map(Normaliser::name).sorted().toList();
    }
}
