package io.musubi.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All identifier schemes and how strong each is for a kind of thing. The scheme {@link Key#RECORD} is the weakest for
 * every kind and needs no entry.
 */
public final class IdentifierSchemes {
    private final Map<String, IdentifierScheme> byName = new LinkedHashMap<>();
    private final Map<Kind, List<String>> strength;

    /**
     * @param schemes all of them
     * @param strength for each kind its schemes, strongest first
     */
    public IdentifierSchemes(Collection<IdentifierScheme> schemes, Map<Kind, List<String>> strength) {
        schemes.forEach(scheme -> byName.put(scheme.name(), scheme));
        this.strength = Map.copyOf(strength);
    }

    /**
     * The scheme called {@code name}.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    public IdentifierScheme get(String name) {
        IdentifierScheme scheme = byName.get(name);
        if (scheme == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no identifier scheme; there are " + String.join(", ", byName.keySet()));
        }
        return scheme;
    }

    /** Whether there is a scheme called {@code name}. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** All of them, in the order of the file. */
    public Collection<IdentifierScheme> all() {
        return List.copyOf(byName.values());
    }

    /** The place of a scheme among those of a kind: 0 is the strongest; {@link Key#RECORD} and unlisted ones are last. */
    public int rank(Kind kind, String scheme) {
        List<String> order = strength.getOrDefault(kind, List.of());
        int place = order.indexOf(scheme);
        if (place >= 0) {
            return place;
        }
        return scheme.equals(Key.RECORD) ? order.size() : order.size() + 1;
    }

    /** Strongest first; equal strength by value, so that the order never depends on arrival. */
    public Comparator<Claim> strongestFirst(Kind kind) {
        return Comparator.comparingInt((Claim claim) -> rank(kind, claim.scheme()))
                .thenComparing(Claim::scheme)
                .thenComparing(Claim::value);
    }
}
