package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.graph.Progress;
import io.musubi.graph.StateCheck;
import io.musubi.journal.Snapshot;
import io.musubi.ledger.StoredRecord;
import io.musubi.model.Hash;
import io.musubi.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invented country, from its deliveries to the graph. */
class SamplesTest {
    @TempDir
    Path folder;

    /** One row of the table in samples/README.md. */
    private record Row(List<Long> numbers) {}

    @Test
    void whatTheReadmePromisesComesOut() throws IOException {
        try (Store store = House.store(folder)) {
            Map<String, IngestReport> reports = House.takeSamples(store, House.sampleSources());
            Map<String, Row> actual = new TreeMap<>();
            reports.forEach((source, report) -> actual.put(source, row(store, report)));
            assertThat(actual).isEqualTo(expected());
            assertThat(store.counts().get("dataset")).isGreaterThanOrEqualTo(60);
            assertThat(store.counts().get("project")).isGreaterThanOrEqualTo(15);
            assertThat(store.counts().get("person")).isGreaterThanOrEqualTo(25);
            assertThat(store.counts().get("organization")).isGreaterThanOrEqualTo(10);
        }
    }

    private static Row row(Store store, IngestReport report) {
        long open = 0;
        long closed = 0;
        for (long id : store.ledger().records().live(Optional.of(report.source()))) {
            StoredRecord record = store.ledger().records().get(id);
            open += record.isOpen() ? 1 : 0;
            closed += record.isOpen() ? 0 : 1;
        }
        return new Row(List.of(
                report.read(),
                open,
                closed,
                report.of(Outcome.SET_ASIDE),
                report.of(Outcome.DUPLICATE),
                report.of(Outcome.DELETED),
                report.of(Outcome.UNREADABLE)));
    }

    private static Map<String, Row> expected() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (String line : Files.readAllLines(House.HOME.resolve("samples/README.md"))) {
            List<String> cells =
                    List.of(line.split("\\|", -1)).stream().map(String::trim).toList();
            if (cells.size() == 10
                    && cells.get(1).matches("`[a-z-]+`")
                    && cells.get(2).matches("\\d+")) {
                rows.put(
                        cells.get(1).replace("`", ""),
                        new Row(cells.subList(2, 9).stream().map(Long::valueOf).toList()));
            }
        }
        return rows;
    }

    @Test
    void theSameAgainChangesNothing() throws IOException {
        try (Store store = House.store(folder)) {
            Map<String, IngestReport> first = House.takeSamples(store, House.sampleSources());
            State before = store.journal().state();
            Map<String, IngestReport> second = House.takeSamples(store, House.sampleSources());
            assertThat(store.journal().state()).isEqualTo(before);
            second.forEach((source, report) -> {
                assertThat(report.read()).isEqualTo(first.get(source).read());
                assertThat(report.of(Outcome.STORED)).as(source).isZero();
            });
        }
    }

    @Test
    void anyOrderOfSourcesGivesTheSameGraph() throws IOException {
        SortedSet<String> expected;
        List<Path> sources = new ArrayList<>(House.sampleSources());
        try (Store store = House.store(folder.resolve("a"))) {
            House.takeSamples(store, sources);
            expected = Canonical.lines(House.documents(store), House.BASE);
        }
        for (int run = 0; run < 2; run++) {
            Collections.shuffle(sources, new Random(run));
            try (Store store = House.store(folder.resolve("b" + run))) {
                House.takeSamples(store, sources);
                assertThat(Canonical.lines(House.documents(store), House.BASE)).isEqualTo(expected);
            }
        }
    }

    @Test
    void theGraphIsTheSameByIncrementsByRebuildAndByTheJournal() throws IOException {
        try (Store store = House.store(folder);
                GraphStore graph =
                        GraphStore.open(store.publicFolder(), store.journal(), GraphSettings.usual(House.HOME))) {
            for (Path source : House.sampleSources()) {
                House.takeSamples(store, List.of(source));
                assertThat(graph.follow(Progress.SILENT))
                        .isEqualTo(store.journal().state());
            }
            StateCheck increments = StateCheck.of(graph.dataset());
            Hash sorted = StateCheck.sorted(graph.dataset());
            graph.rebuild(Progress.SILENT);
            assertThat(StateCheck.of(graph.dataset())).isEqualTo(increments);
            assertThat(StateCheck.sorted(graph.dataset())).isEqualTo(sorted);
            assertThat(increments.sound()).isTrue();
            try (Snapshot snapshot = store.journal().snapshot()) {
                assertThat(StateCheck.of(snapshot)).isEqualTo(increments);
            }
            StringBuilder lines = new StringBuilder();
            House.documents(store).stream()
                    .flatMap(it -> it.triples().lines())
                    .sorted()
                    .forEach(line -> lines.append(line).append('\n'));
            assertThat(Hash.of(lines.toString())).isEqualTo(sorted);
        }
    }

    @Test
    void projectingEverythingAgainChangesNothing() throws IOException {
        try (Store store = House.store(folder)) {
            House.takeSamples(store, House.sampleSources());
            State before = store.journal().state();
            assertThat(store.project()).isEqualTo(before);
        }
    }

    @Test
    void aLostJournalIsMadeAgainFromTheLedger() throws IOException {
        SortedSet<String> before;
        try (Store store = House.store(folder)) {
            House.takeSamples(store, House.sampleSources());
            before = Canonical.lines(House.documents(store), House.BASE);
        }
        try (var files = Files.walk(folder.resolve("public"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        try (Store store = House.store(folder)) {
            assertThat(Canonical.lines(House.documents(store), House.BASE)).isEqualTo(before);
        }
    }

    @Test
    void anotherBaseMovesEveryIri() throws IOException {
        try (Store store = House.store(folder)) {
            House.takeSamples(store, House.sampleSources());
        }
        try (Store store =
                Store.open(folder, House.rules(), Optional.of("https://elsewhere.example/kg/"), House.CLOCK)) {
            assertThat(House.documents(store))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.iri()).startsWith("https://elsewhere.example/kg/"));
            assertThat(House.documents(store).toString()).doesNotContain(House.BASE);
        }
    }
}
