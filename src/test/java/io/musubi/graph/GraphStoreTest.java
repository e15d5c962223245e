package io.musubi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.journal.Documents;
import io.musubi.journal.HeldException;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.model.Hash;
import io.musubi.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphStoreTest {
    private static final Instant TIME = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir
    Path folder;

    private GraphSettings settings;

    @BeforeEach
    void noOntology() {
        settings = GraphSettings.usual(folder.resolve("home"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void incrementsRebuildAndJournalGiveTheSame(long seed) {
        Documents.History history = Documents.history(seed, 40);
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, settings)) {
            for (int i = 0; i < history.commits().size(); i++) {
                journal.append(i + 1, TIME.plusSeconds(i), history.commits().get(i));
                if (i % 7 != 3) {
                    graph.follow(Progress.SILENT);
                }
            }
            assertThat(graph.follow(Progress.SILENT)).isEqualTo(journal.state());
            Hash expected = sorted(history.left());
            assertSound(graph, journal, expected, seed);

            assertThat(graph.rebuild(Progress.SILENT)).isEqualTo(journal.state());
            assertSound(graph, journal, expected, seed);

            List<DocumentChange> more =
                    Documents.history(seed + 100, 1).commits().getFirst();
            journal.append(10_000, TIME, more);
            graph.follow(Progress.SILENT);
            assertThat(StateCheck.of(graph.dataset()).sound()).isTrue();
        }
    }

    private static void assertSound(GraphStore graph, Journal journal, Hash expected, long seed) {
        try (Snapshot snapshot = journal.snapshot()) {
            StateCheck documents = StateCheck.of(snapshot);
            StateCheck triples = StateCheck.of(graph.dataset());
            assertThat(documents.sound()).as("journal, seed %d", seed).isTrue();
            assertThat(triples.sound()).as("graph, seed %d", seed).isTrue();
            assertThat(triples).isEqualTo(documents);
            assertThat(StateCheck.sorted(graph.dataset())).isEqualTo(expected);
        }
    }

    private static Hash sorted(Map<String, Document> documents) {
        List<String> lines = new ArrayList<>();
        documents
                .values()
                .forEach(document -> lines.addAll(document.triples().lines().toList()));
        lines.sort(null);
        return Hash.of(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    @Test
    void manyDocumentsAreBulkLoadedWithTheSameResult() {
        List<DocumentChange> changes = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            changes.add(Documents.publish(Documents.titled("dataset", i, "題名" + i)));
        }
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, settings)) {
            journal.append(1, TIME, changes);
            List<Long> progress = new ArrayList<>();
            graph.follow((done, total) -> {
                assertThat(total).isEqualTo(2_500);
                progress.add(done);
            });
            assertThat(progress).isSorted().last().isEqualTo(2_500L);
            assertThat(pointer()).isEqualTo("graph-0002");
            assertThat(StateCheck.of(graph.dataset()).sound()).isTrue();
            assertThat(StateCheck.of(graph.dataset()).triples()).isEqualTo(5_000);
        }
    }

    @Test
    void afterACrashBetweenJournalAndGraphItFollows() {
        try (Journal journal = Journal.open(folder)) {
            try (GraphStore graph = GraphStore.open(folder, journal, settings)) {
                journal.append(1, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "a"))));
                graph.follow(Progress.SILENT);
                // The graph ends here; the journal goes on.
                journal.append(2, TIME, List.of(Documents.publish(Documents.titled("dataset", 2, "b"))));
            }
            journal.append(3, TIME, List.of(Documents.withdraw(Documents.iri("dataset", 1), false)));
            try (GraphStore graph = GraphStore.open(folder, journal, settings)) {
                assertThat(graph.state().number()).isEqualTo(1);
                assertThat(StateCheck.of(graph.dataset()).sound()).isTrue();

                assertThat(graph.follow(Progress.SILENT)).isEqualTo(journal.state());
                assertThat(StateCheck.of(graph.dataset()).sound()).isTrue();
            }
        }
    }

    @Test
    void aGraphThatIsAheadOfTheJournalIsMadeAnew() throws IOException {
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, settings)) {
            journal.append(1, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "a"))));
            journal.append(2, TIME, List.of(Documents.publish(Documents.titled("dataset", 2, "a"))));
            graph.follow(Progress.SILENT);
        }
        Files.delete(folder.resolve("journal.db"));
        try (Journal older = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, older, settings)) {
            older.append(1, TIME, List.of(Documents.publish(Documents.titled("dataset", 3, "c"))));

            assertThat(graph.follow(Progress.SILENT)).isEqualTo(older.state());
            assertThat(StateCheck.of(graph.dataset()).sound()).isTrue();
        }
    }

    @Test
    void whatACrashLeftOfABuildingIsRemovedAndAnUnreadableStoreIsMadeAnew() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "a"))));
            try (GraphStore graph = GraphStore.open(folder, journal, settings)) {
                graph.follow(Progress.SILENT);
            }
            Files.createDirectories(folder.resolve("graph-0007/Data-0001"));
            try (GraphStore graph = GraphStore.open(folder, journal, settings)) {
                assertThat(folder.resolve("graph-0007")).doesNotExist();
                assertThat(graph.state().number()).isEqualTo(1);
            }
            try (Stream<Path> files = Files.walk(folder.resolve(pointer()))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.writeString(file, "damaged");
                }
            }
            try (GraphStore graph = GraphStore.open(folder, journal, settings)) {
                graph.follow(Progress.SILENT);
                assertThat(StateCheck.of(graph.dataset()).sound()).isTrue();
                assertThat(StateCheck.of(graph.dataset()).triples()).isEqualTo(2);
            }
        }
    }

    private String pointer() {
        try {
            return Files.readString(folder.resolve("graph")).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aSecondProcessIsToldWhoHasTheGraph() {
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, settings)) {
            assertThatThrownBy(() -> GraphStore.open(folder, journal, settings))
                    .isInstanceOf(HeldException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(graph.state()).isEqualTo(Journal.EMPTY);
        }
    }

    @Test
    void theFollowerShowsAStateByItself() throws InterruptedException {
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, settings);
                Follower follower = graph.watch()) {
            State state = journal.append(1, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "a"))));
            long until = System.nanoTime() + 5_000_000_000L;
            while (!graph.state().equals(state) && System.nanoTime() < until) {
                Thread.sleep(20);
            }
            assertThat(graph.state()).isEqualTo(state);
            assertThat(follower).isNotNull();
        }
    }
}
