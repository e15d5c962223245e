package io.musubi.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All indicators of the house, found by looking through its folder {@code indicators/}. */
public final class Indicators {
    /** The folder below the project home. */
    public static final String FOLDER = "indicators";

    private final Map<String, Indicator> byId = new LinkedHashMap<>();

    private Indicators(List<Indicator> indicators) {
        indicators.stream()
                .sorted(Comparator.comparingInt(Indicator::place).thenComparing(Indicator::id))
                .forEach(it -> byId.put(it.id(), it));
    }

    /**
     * Reads every folder below {@code indicators/} that holds an {@code indicator.yaml}; a home without that folder has
     * none.
     *
     * @throws IllegalArgumentException for the first mistake, naming file, key, what was expected and what was found
     */
    public static Indicators read(Path home) {
        List<Indicator> indicators = new ArrayList<>();
        folders(home).forEach(it -> indicators.add(IndicatorReader.read(it)));
        return new Indicators(indicators);
    }

    /** The folders of all indicators, by name. */
    public static List<Path> folders(Path home) {
        Path folder = home.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(it -> Files.exists(it.resolve(IndicatorReader.FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    /** All of them, in the order they are shown in. */
    public Collection<Indicator> all() {
        return List.copyOf(byId.values());
    }

    /** The one called {@code id}. */
    public Optional<Indicator> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
