package io.musubi.service;

import io.musubi.finding.Row;
import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.model.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What tests of the whole way share: the project's own rules, read once, and stores on a fixed day. */
final class House {
    static final Path HOME =
            Path.of(System.getProperty("musubi.home", ".")).toAbsolutePath().normalize();
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    static final String BASE = "https://musubi.example/";
    private static final Rulebook RULES = new Rulebook(HOME);

    private House() {}

    /** Checkers are for one thread: tests run one after the other. */
    static Rulebook rules() {
        return RULES;
    }

    static Store store(Path folder) {
        return Store.open(folder, rules(), Optional.of(BASE), CLOCK);
    }

    /** Takes the samples in the given order of sources. */
    static Map<String, IngestReport> takeSamples(Store store, List<Path> sources) throws IOException {
        Map<String, IngestReport> reports = new TreeMap<>();
        Deliveries deliveries = new Deliveries(store, rules(), Progress.SILENT);
        for (Path source : sources) {
            IngestReport report = deliveries.take(source, Optional.empty(), Optional.empty());
            reports.put(report.source(), report);
        }
        return reports;
    }

    static List<Path> sampleSources() throws IOException {
        return new Samples(HOME.resolve("samples")).sources();
    }

    static Collection<Document> documents(Store store) {
        List<Document> documents = new ArrayList<>();
        try (Snapshot snapshot = store.journal().snapshot()) {
            for (String type : snapshot.counts().keySet()) {
                String after = "";
                for (List<Lookup.Found> page = snapshot.documents(type, after, 500);
                        !page.isEmpty();
                        page = snapshot.documents(type, after, 500)) {
                    page.forEach(it -> documents.add(it.document()));
                    after = page.getLast().document().iri();
                }
            }
        }
        return documents;
    }

    /** The open findings of a source, or of all, as stewards see them: private ones too. */
    static List<Row> findings(Store store, Optional<String> source) {
        List<Row> rows = new ArrayList<>();
        store.findings(source, rows::addAll);
        return rows;
    }

    /** {@code ../shared}, where it is. */
    static Optional<Path> shared() {
        for (String way : List.of("../shared", "../../shared")) {
            Path folder = HOME.resolve(way).normalize();
            if (Files.isDirectory(folder.resolve("records"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
