package io.musubi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.finding.Row;
import io.musubi.model.RecordAccess;
import io.musubi.model.SourceSettings;
import io.musubi.model.Text;
import io.musubi.service.Deliveries;
import io.musubi.service.Doctor;
import io.musubi.service.IngestReport;
import io.musubi.service.Outcome;
import io.musubi.service.Progress;
import io.musubi.service.Rulebook;
import io.musubi.service.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A house of its own, on a fixed day, to which anything may be delivered. */
final class Room implements AutoCloseable {
    static final Path HOME =
            Path.of(System.getProperty("musubi.home", ".")).toAbsolutePath().normalize();
    static final String BASE = "http://localhost:8080/";
    static final Rulebook RULES = new Rulebook(HOME);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

    final Store store;
    private final Path data;

    Room(Path data) {
        this(data, Store.open(data, RULES, Optional.of(BASE), CLOCK));
    }

    private Room(Path data, Store store) {
        this.data = data;
        this.store = store;
    }

    /** The house that was there, its public side made again from what it holds inside. */
    static Room withNewJournal(Path data) {
        return new Room(data, Store.openWithNewJournal(data, RULES, Optional.of(BASE), CLOCK));
    }

    /** Registers a source whose records are public unless they say otherwise. */
    void openSource(String id) {
        register(id, RecordAccess.OPEN);
    }

    /** Registers a source whose records are closed unless they say otherwise. */
    void closedSource(String id) {
        register(id, RecordAccess.CLOSED);
    }

    private void register(String id, RecordAccess access) {
        Text name = new Text(id, id);
        store.register(
                new SourceSettings(
                        id,
                        name,
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(access),
                        100,
                        false,
                        false),
                RULES);
    }

    /** Delivers a file or folder as a delivery of {@code source}; every record that came in is counted once. */
    IngestReport deliver(String source, Path path) throws IOException {
        IngestReport report =
                new Deliveries(store, RULES, Progress.SILENT).take(path, Optional.of(source), Optional.empty());
        assertThat(Arrays.stream(Outcome.values()).mapToLong(report::of).sum())
                .as("counts in are counts out")
                .isEqualTo(report.read());
        return report;
    }

    /** All that stewards see of all sources, private things too. */
    String everything() {
        List<Row> rows = new ArrayList<>();
        store.findings(Optional.empty(), rows::addAll);
        return rows.toString();
    }

    /** The open findings of a source. */
    List<Row> findings(String source) {
        List<Row> rows = new ArrayList<>();
        store.findings(Optional.of(source), rows::addAll);
        return rows;
    }

    /** Lets graph and text index follow, and sees that journal and graph hold what the state says. */
    void settle() {
        new Deliveries(store, RULES, Progress.SILENT).follow();
        Doctor.Report report;
        try {
            report = Doctor.examine(data, Progress.SILENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(report.isSound()).as(report.lines().toString()).isTrue();
    }

    @Override
    public void close() {
        store.close();
    }
}
