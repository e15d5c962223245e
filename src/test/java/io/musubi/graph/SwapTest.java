package io.musubi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.journal.Documents;
import io.musubi.journal.Journal;
import io.musubi.model.DocumentChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new store takes the old one's place while the graph is read. */
class SwapTest {
    private static final String TITLES = "SELECT DISTINCT ?title { ?s <http://purl.org/dc/terms/title> ?title }";
    private static final int DOCUMENTS = 20;

    @TempDir
    Path folder;

    private static List<DocumentChange> version(long number) {
        List<DocumentChange> changes = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            changes.add(Documents.publish(Documents.titled("dataset", i, "第" + number + "版")));
        }
        return changes;
    }

    @Test
    void readersSeeOneWholeStateThroughSwaps() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Set<Long> seen = new ConcurrentSkipListSet<>();
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(folder));
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            journal.append(1, Instant.EPOCH, version(1));
            graph.follow(Progress.SILENT);
            List<Future<Integer>> reading = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                reading.add(readers.submit(reader(graph.dataset(), done, seen)));
            }
            try {
                for (int commit = 2; commit <= 25; commit++) {
                    journal.append(commit, Instant.EPOCH.plusSeconds(commit), version(commit));
                    if (commit % 6 == 0) {
                        graph.rebuild(Progress.SILENT);
                    } else {
                        graph.follow(Progress.SILENT);
                    }
                    assertThat(graph.state()).isEqualTo(journal.state());
                }
            } finally {
                done.set(true);
            }
            for (Future<Integer> each : reading) {
                assertThat(each.get()).isPositive();
            }
            assertThat(seen.size()).isGreaterThan(3);
            assertThat(stores()).hasSize(1);
        }
    }

    private static Callable<Integer> reader(LeasedDataset graph, AtomicBoolean done, Set<Long> seen) {
        return () -> {
            int times = 0;
            while (!done.get()) {
                Txn.executeRead(graph, () -> {
                    long before = graph.state().number();
                    assertThat(titles(graph)).containsExactly("第" + before + "版");
                    assertThat(graph.state().number()).isEqualTo(before);
                    seen.add(before);
                });
                times++;
            }
            return times;
        };
    }

    private static List<String> titles(DatasetGraph graph) {
        List<String> titles = new ArrayList<>();
        try (QueryExecution query = QueryExecutionFactory.create(TITLES, DatasetFactory.wrap(graph))) {
            query.execSelect()
                    .forEachRemaining(row -> titles.add(row.getLiteral("title").getLexicalForm()));
        }
        return titles;
    }

    @Test
    void theOldStoreStaysUntilItsLastReaderIsDone() throws IOException {
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(folder))) {
            journal.append(1, Instant.EPOCH, version(1));
            graph.follow(Progress.SILENT);
            LeasedDataset dataset = graph.dataset();
            dataset.begin(TxnType.READ);
            journal.append(2, Instant.EPOCH, version(2));
            elsewhere(() -> graph.follow(Progress.SILENT));
            elsewhere(() -> graph.rebuild(Progress.SILENT));

            assertThat(stores()).hasSize(2);
            assertThat(dataset.state().number()).isEqualTo(1);
            assertThat(titles(dataset)).containsExactly("第1版");
            dataset.end();
            assertThat(stores()).hasSize(1);
            assertThat(Txn.calculateRead(dataset, () -> titles(dataset))).containsExactly("第2版");
        }
    }

    private static void elsewhere(Runnable work) {
        Thread thread = Thread.ofPlatform().start(work);
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsForgottenLeavesTheGraphsFilesWithTheSwap() throws IOException {
        String marker = "himitsu-no-kotoba";
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(folder))) {
            journal.append(
                    1,
                    Instant.EPOCH,
                    List.of(
                            Documents.publish(Documents.titled("dataset", 1, marker)),
                            Documents.publish(Documents.titled("dataset", 2, "とどまる文書"))));
            graph.follow(Progress.SILENT);
            assertThat(graph.whyRebuild()).isEmpty();
            assertThat(filesWith(marker)).isNotEmpty();

            journal.append(2, Instant.EPOCH, List.of(Documents.withdraw(Documents.iri("dataset", 1), true)));
            graph.follow(Progress.SILENT);
            assertThat(Txn.calculateRead(graph.dataset(), () -> titles(graph.dataset())))
                    .containsExactly("とどまる文書");
            assertThat(filesWith(marker)).isNotEmpty();
            assertThat(graph.whyRebuild())
                    .hasValueSatisfying(why -> assertThat(why).contains("forgotten"));

            graph.rebuild(Progress.SILENT);
            assertThat(filesWith(marker)).isEmpty();
            assertThat(graph.whyRebuild()).isEmpty();
        }
    }

    @Test
    void manyForgettingsCostFewSwaps() throws IOException, InterruptedException {
        int many = 12;
        List<DocumentChange> documents = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            documents.add(Documents.publish(Documents.titled("dataset", i, "文書 " + i)));
        }
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(folder))) {
            journal.append(1, Instant.EPOCH, documents);
            graph.follow(Progress.SILENT);
            int before = newest();
            try (Follower follower = graph.watch()) {
                for (int i = 0; i < many; i++) {
                    journal.append(
                            2 + i, Instant.EPOCH, List.of(Documents.withdraw(Documents.iri("dataset", i), true)));
                }
                long until = System.nanoTime() + 60_000_000_000L;
                while (graph.isForgettingWaiting() && System.nanoTime() < until) {
                    Thread.sleep(20);
                }
                assertThat(graph.isForgettingWaiting()).isFalse();
                assertThat(newest() - before).isBetween(1, many / 2);
                assertThat(follower).isNotNull();
            }
        }
    }

    private int newest() throws IOException {
        return stores().stream()
                .mapToInt(it -> Integer.parseInt(it.getFileName().toString().replaceAll("\\D", "")))
                .max()
                .orElseThrow();
    }

    private List<Path> filesWith(String marker) throws IOException {
        byte[] bytes = marker.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains(text)) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    private List<Path> stores() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("graph-"))
                    .toList();
        }
    }

    @Test
    void itRebuildsByItselfWhenItHasGrown() throws IOException, InterruptedException {
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, new GraphSettings(folder, 1.0, 1L << 20))) {
            journal.append(1, Instant.EPOCH, version(1));
            graph.follow(Progress.SILENT);
            assertThat(graph.whyRebuild())
                    .hasValueSatisfying(why -> assertThat(why).contains("grown"));
            Path before = stores().getFirst();
            try (Follower follower = graph.watch()) {
                long until = System.nanoTime() + 30_000_000_000L;
                while (stores().contains(before) && System.nanoTime() < until) {
                    Thread.sleep(20);
                }
                assertThat(follower).isNotNull();
            }
            assertThat(stores()).hasSize(1).doesNotContain(before);
            assertThat(StateCheck.of(graph.dataset()).sound()).isTrue();
            assertThat(graph.whyRebuild()).isEmpty();
        }
    }

    @Test
    void queriesRunByTheExecutorForTdb() {
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(folder))) {
            assertThat(QC.getFactory(graph.dataset().getContext())).isSameAs(SoundExecutor.FACTORY);
        }
    }
}
