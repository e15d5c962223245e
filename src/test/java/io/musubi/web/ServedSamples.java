package io.musubi.web;

import io.musubi.service.Deliveries;
import io.musubi.service.Progress;
import io.musubi.service.Rulebook;
import io.musubi.service.Samples;
import io.musubi.service.Store;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.commons.io.FileUtils;

/** The invented country behind a real server: loaded once, shared by all tests that only read it. */
final class ServedSamples {
    /** The project's folder. */
    static final Path HOME =
            Path.of(System.getProperty("musubi.home", ".")).toAbsolutePath().normalize();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    private static final Served SERVED = start();

    private ServedSamples() {}

    /** The server; it ends with the process. */
    static Served served() {
        return SERVED;
    }

    private static Served start() {
        try {
            Path data = Files.createTempDirectory("musubi-samples");
            Rulebook rules = new Rulebook(HOME);
            try (Store store = Store.open(data, rules, Optional.of(Served.BASE), CLOCK)) {
                Deliveries deliveries = new Deliveries(store, rules, Progress.SILENT);
                for (Path source : new Samples(HOME.resolve("samples")).sources()) {
                    deliveries.take(source, Optional.empty(), Optional.empty());
                }
                deliveries.follow();
            }
            Served served = Served.start(data.resolve("public"), HOME, Limits.standard());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(served, data)));
            return served;
        } catch (IOException e) {
            throw new UncheckedIOException("The samples cannot be loaded", e);
        }
    }

    private static void end(Served served, Path data) {
        served.close();
        FileUtils.deleteQuietly(data.toFile());
    }
}
