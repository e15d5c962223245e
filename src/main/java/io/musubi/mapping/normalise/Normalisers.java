package io.musubi.mapping.normalise;

import java.util.List;
import java.util.TreeMap;

/** All normalisers, by name. */
public final class Normalisers {
    private static final TreeMap<String, Normaliser> BY_NAME = new TreeMap<>();

    static {
        List<Normaliser> all = List.of(new Trim());
        all.forEach(normaliser -> BY_NAME.put(normaliser.name(), normaliser));
    }

    private Normalisers() {}

    /**
     * The normaliser called {@code name}.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    public static Normaliser named(String name) {
        Normaliser normaliser = BY_NAME.get(name);
        if (normaliser == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no normaliser; there are " + String.join(", ", BY_NAME.keySet()));
        }
        return normaliser;
    }

    /** All of them, sorted by name. */
    public static List<Normaliser> all() {
        return List.copyOf(BY_NAME.values());
    }
}
