package io.musubi.service;

import io.musubi.mapping.normalise.IdentifierSchemeReader;
import io.musubi.mapping.normalise.Normalisers;
import io.musubi.mapping.normalise.Result;
import io.musubi.model.IdentifierScheme;
import io.musubi.model.IdentifierSchemes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The normal forms of identifiers in any spelling: all that who serves needs to know of the rules of the house. */
public final class NormalForms {
    private final IdentifierSchemes schemes;

    private NormalForms(IdentifierSchemes schemes) {
        this.schemes = schemes;
    }

    /**
     * By the schemes in {@code ontology/identifiers.yaml}.
     *
     * @param home the project home
     * @throws IllegalArgumentException when something in it is wrong; the message names file, key, found and expected
     * @throws UncheckedIOException when it cannot be read
     */
    public static NormalForms read(Path home) {
        Path file = home.resolve("ontology/identifiers.yaml");
        try {
            return new NormalForms(IdentifierSchemeReader.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }

    /** The normal form of an identifier of {@code scheme}: its scheme and value, if its check holds. */
    public Optional<Map.Entry<String, String>> of(String scheme, String raw) {
        if (!schemes.has(scheme)) {
            return Optional.empty();
        }
        IdentifierScheme known = schemes.get(scheme);
        return Normalisers.named(known.normaliser()).apply(raw) instanceof Result.Value value
                ? Optional.of(Map.entry(known.claimedAs(), value.normal()))
                : Optional.empty();
    }

    /** All identifiers that {@code raw} may be, as {@code scheme:value}, by every scheme whose check it passes. */
    public List<String> all(String raw) {
        return schemes.all().stream()
                .flatMap(scheme -> of(scheme.name(), raw).stream())
                .map(it -> it.getKey() + ":" + it.getValue())
                .distinct()
                .toList();
    }
}
