package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.graph.LocalQuery;
import io.musubi.journal.Journal;
import io.musubi.model.Text;
import io.musubi.text.Spellings;
import io.musubi.text.TextStore;
import io.musubi.text.sparql.TextFunctions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of the store are cut short, emptied, or have bytes flipped, at seeded places. Whatever is asked then either goes
 * as if nothing were, or ends in a sentence that names the way out; and the way out leads back to the same public graph.
 * More rounds: {@code -Dmusubi.damages=50}.
 */
class DamageTest {
    private static final int ROUNDS = Integer.getInteger("musubi.damages", 3);
    private static final int FLIPS = 5;

    @TempDir
    static Path folder;

    private static String hash = "";

    @BeforeAll
    static void aSoundStore() throws IOException {
        deliver(whole());
        hash = doctor(whole()).state().replaceAll(".*-", "");
        new Backup(whole(), Progress.SILENT).write(backup(), true);
    }

    private static Path whole() {
        return folder.resolve("whole");
    }

    private static Path backup() {
        return folder.resolve("backup");
    }

    private static void deliver(Path data) throws IOException {
        try (Store store = House.store(data)) {
            Year.step(store, "deliver " + House.HOME.resolve("samples/ror-excerpt"));
            Year.step(store, "deliver " + House.HOME.resolve("samples/kirishima-report"));
        }
    }

    private static void rebuild(Path data) {
        try (Store store = House.store(data)) {
            store.project();
            new Deliveries(store, House.rules(), Progress.SILENT).rebuild();
        }
    }

    private static Doctor.Report doctor(Path data) throws IOException {
        return Doctor.examine(data, Progress.SILENT);
    }

    private static void query(Path data) {
        Path open = data.resolve("public");
        try (Journal journal = Journal.openReadOnly(open);
                GraphStore graph = GraphStore.open(open, journal, GraphSettings.usual(House.HOME));
                TextStore text = TextStore.open(open, journal, Spellings.NONE)) {
            graph.follow(io.musubi.graph.Progress.SILENT);
            text.follow(io.musubi.text.Progress.SILENT);
            new LocalQuery(graph, new TextFunctions(text))
                    .run(
                            "SELECT (SUM(STRLEN(STR(?o))) AS ?n) { ?s ?p ?o }",
                            LocalQuery.Format.CSV,
                            OutputStream.nullOutputStream());
        }
    }

    @TestFactory
    Stream<DynamicTest> theLedger() {
        return rounds("ledger/ledger.db", data -> {
            assertThat(doctor(data).isSound()).isFalse();
            assertClear(() -> deliver(data));
            assertClear(() -> rebuild(data));
            assertThat(doctor(data).lines().toString()).contains("musubi restore");
            new Restore(data, House.rules(), Progress.SILENT).read(backup(), true, House.CLOCK);
            assertSound(data);
        });
    }

    @TestFactory
    Stream<DynamicTest> theJournal() {
        return rounds("public/journal.db", data -> {
            assertThat(doctor(data).isSound()).isFalse();
            assertClear(() -> query(data));
            assertClear(() -> deliver(data));
            Store.openWithNewJournal(data, House.rules(), Optional.of(House.BASE), House.CLOCK)
                    .close();
            rebuild(data);
            assertSound(data);
        });
    }

    @TestFactory
    Stream<DynamicTest> theGraph() {
        return rounds("public/graph-0001/", data -> {
            doctor(data);
            assertClear(() -> query(data));
            assertClear(() -> deliver(data));
            rebuild(data);
            assertSound(data);
        });
    }

    @TestFactory
    Stream<DynamicTest> theTextIndex() {
        return rounds("public/text/", data -> {
            assertThat(doctor(data).isSound()).isFalse();
            assertClear(() -> deliver(data));
            rebuild(data);
            assertSound(data);
        });
    }

    private interface Asked {
        void run() throws IOException;
    }

    /** It goes well, or it ends in one sentence with a way out. */
    private static void assertClear(Asked asked) {
        try {
            asked.run();
        } catch (IOException | RuntimeException e) {
            String said = Troubles.message(e, "en");
            assertThat(Troubles.isStore(e)).as(said).isTrue();
            assertThat(said).doesNotContain("Please report").containsAnyOf("restore", "rebuild", "doctor");
            assertThat(Troubles.message(e, "ja")).containsAnyOf("restore", "rebuild", "doctor");
        }
    }

    private static void assertSound(Path data) throws IOException {
        deliver(data);
        Doctor.Report report = doctor(data);
        assertThat(report.isSound()).as(report.lines().toString()).isTrue();
        assertThat(report.state()).endsWith("-" + hash);
    }

    private interface Round {
        void on(Path data) throws IOException;
    }

    /** The first round cuts, the second empties, all others flip. */
    private static Stream<DynamicTest> rounds(String part, Round round) {
        return IntStream.range(0, ROUNDS)
                .mapToObj(i -> DynamicTest.dynamicTest(part + " " + i, () -> {
                    Path data = folder.resolve(part.replaceAll("\\W+", "-") + i);
                    copy(whole(), data);
                    damage(data.resolve(part), i, new Random(i));
                    round.on(data);
                }));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    private static void damage(Path part, int round, Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(part)) {
            files = all.filter(Files::isRegularFile)
                    .filter(it -> !it.toString().endsWith("lock"))
                    .filter(DamageTest::isUsed)
                    .sorted()
                    .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        switch (round) {
            case 0 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
            case 1 -> Files.write(file, new byte[0]);
            default -> {
                for (int flipped = 0; flipped < FLIPS; ) {
                    int at = random.nextInt(bytes.length);
                    if (bytes[at] != 0) {
                        bytes[at] ^= (byte) (1 + random.nextInt(255));
                        flipped++;
                    }
                }
                Files.write(file, bytes);
            }
        }
    }

    private static boolean isUsed(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return IntStream.range(0, bytes.length).anyMatch(i -> bytes[i] != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without anything wrong nothing is said to be wrong. */
    @Test
    void aSoundStoreIsSound() throws IOException {
        assertThat(doctor(whole()).lines().stream().map(Text::en).toList())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).contains(": sound ("));
    }
}
