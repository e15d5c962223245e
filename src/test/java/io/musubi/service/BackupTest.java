package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.graph.StateCheck;
import io.musubi.journal.HeldException;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.model.State;
import io.musubi.text.Spellings;
import io.musubi.text.TextStore;
import io.musubi.web.Server;
import io.musubi.web.Settings;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is one moment of the whole, whoever writes and serves meanwhile. */
class BackupTest {
    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Backup.Made backup(String name, boolean isFull) throws IOException {
        return new Backup(data(), Progress.SILENT).write(folder.resolve(name), isFull);
    }

    private State restore(String name, Path to) throws IOException {
        return new Restore(to, House.rules(), Progress.SILENT).read(folder.resolve(name), false, House.CLOCK);
    }

    private void takeSamples() throws IOException {
        try (Store store = House.store(data())) {
            House.takeSamples(store, House.sampleSources().subList(0, 3));
        }
    }

    @Test
    void whileAnotherProcessIngestsAndAServerServes() throws Exception {
        List<String> steps = Year.plan(folder.resolve("deliveries"), 2);
        Path plan = Files.write(folder.resolve("steps"), steps);
        House.store(data()).close();
        Path open = data().resolve("public");
        List<State> restored = new ArrayList<>();
        try (Journal journal = Journal.openReadOnly(open);
                GraphStore graph = GraphStore.open(open, journal, GraphSettings.usual(House.HOME));
                TextStore text = TextStore.open(open, journal, Spellings.NONE);
                Server server = Server.start(
                        new Settings("127.0.0.1", 0, House.BASE, House.HOME, Limits.standard()),
                        journal,
                        graph,
                        text,
                        (scheme, value) -> Optional.empty());
                Year.Child child = Year.Child.start(data(), plan, 0)) {
            for (int i = 0; i < 2; i++) {
                Thread.sleep(500);
                String name = i % 2 == 0 ? "b" + i + ".zip" : "b" + i;
                State backedUp = backup(name, true).state();
                State state = restore(name, folder.resolve("to-" + i));
                assertThat(state.id()).isEqualTo(backedUp.id());
                restored.add(state);
            }
            assertThat(child.done()).hasSameSizeAs(steps);
            assertThat(server.port()).isPositive();
        }
        State end;
        try (Store store = House.store(data());
                Snapshot snapshot = store.journal().snapshot()) {
            end = snapshot.state();
            for (State state : restored) {
                assertThat(snapshot.state(state.number())).as(state.id()).isIn(Optional.of(state), Optional.empty());
            }
        }
        assertThat(restored.getFirst().number()).isLessThan(end.number());
        try (Store store = House.store(folder.resolve("to-0"))) {
            for (String step : steps) {
                Year.step(store, step);
            }
            assertThat(store.journal().state().hash()).isEqualTo(end.hash());
        }
    }

    /** The moment between the two: the ledger has a commit that the journal has not taken. */
    @Test
    void whatStillWaitsInTheLedgerIsTakenAfterRestoring() throws IOException {
        takeSamples();
        State before;
        try (Store store = House.store(data())) {
            before = store.journal().state();
            store.commit().withdrawAbsent(store.sources().getFirst(), Long.MAX_VALUE, House.CLOCK.instant());
            assertThat(store.ledger().waitingCommits()).hasSize(1);
            assertThat(backup("b.zip", true).state()).isEqualTo(before);
        }
        State restored = restore("b.zip", folder.resolve("to"));
        try (Store store = House.store(data())) {
            assertThat(store.journal().state()).isEqualTo(restored).isNotEqualTo(before);
        }
    }

    @Test
    void aPublicOneHoldsNothingPrivateAndServesAsAMirror() throws IOException {
        takeSamples();
        State state = backup("mirror", false).state();
        try (Stream<Path> files = Files.walk(folder.resolve("mirror"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(it -> folder.resolve("mirror").relativize(it).toString()))
                    .containsExactlyInAnyOrder("SHA256SUMS", "backup.txt", "public/journal.db");
        }
        Path to = folder.resolve("to");
        assertThat(restore("mirror", to)).isEqualTo(state);
        assertThat(to.resolve("ledger")).doesNotExist();
        try (Journal journal = Journal.openReadOnly(to.resolve("public"));
                GraphStore graph = GraphStore.open(to.resolve("public"), journal, GraphSettings.usual(House.HOME))) {
            assertThat(graph.state()).isEqualTo(state);
            assertThat(StateCheck.of(graph.dataset()).sound()).isTrue();
        }
        assertThatThrownBy(() -> House.store(to))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("ledger is missing");
        assertThat(to.resolve("ledger")).doesNotExist();
    }

    @Test
    void theSameStateGivesTheSameBytes() throws IOException {
        takeSamples();
        backup("a.zip", false);
        backup("b.zip", false);
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
    }

    @Test
    void aDamagedBackupIsRefusedAndLeavesNothing() throws IOException {
        takeSamples();
        backup("b", true);
        Random random = new Random(7);
        for (String file : List.of("ledger/ledger.db", "public/journal.db", "SHA256SUMS", "backup.txt")) {
            Path path = folder.resolve("b").resolve(file);
            byte[] whole = Files.readAllBytes(path);
            for (int i = 0; i < 5; i++) {
                flip(path, random);
                assertRefused("b");
                Files.write(path, whole);
            }
            Files.write(path, Arrays.copyOf(whole, whole.length / 2));
            assertRefused("b");
            Files.write(path, whole);
        }
        assertThat(restore("b", folder.resolve("to")).number()).isPositive();
    }

    /** Some bytes of a zip file say nothing that matters: then what comes out is what went in. */
    @Test
    void aDamagedZipFileIsRefusedOrNothingOfItIsLost() throws IOException {
        takeSamples();
        State state = backup("b.zip", true).state();
        Path path = folder.resolve("b.zip");
        byte[] whole = Files.readAllBytes(path);
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 8; i++) {
            flip(path, random);
            try {
                assertThat(restore("b.zip", folder.resolve("to-" + i))).isEqualTo(state);
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("damaged");
                refused++;
            }
            Files.write(path, whole);
        }
        assertThat(refused).isPositive();
        Files.write(path, Arrays.copyOf(whole, whole.length / 2));
        assertRefused("b.zip");
    }

    private void assertRefused(String name) {
        assertThatThrownBy(() -> restore(name, folder.resolve("to")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
        assertThat(folder.resolve("to")).isEmptyDirectory();
    }

    private static void flip(Path file, Random random) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long at = random.nextLong(bytes.length());
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ 0x10);
        }
    }

    @Test
    void nothingIsReplacedUnlessToldAndNotUnderAServer() throws IOException {
        takeSamples();
        State state = backup("b.zip", true).state();
        try (Store store = House.store(data())) {
            Year.step(store, "deliver " + House.sampleSources().get(4));
            assertThat(store.journal().state()).isNotEqualTo(state);
        }
        Restore restore = new Restore(data(), House.rules(), Progress.SILENT);
        assertThatThrownBy(() -> restore.read(folder.resolve("b.zip"), false, House.CLOCK))
                .hasMessageContaining("not empty")
                .hasMessageContaining("--replace");
        Path open = data().resolve("public");
        try (Journal journal = Journal.openReadOnly(open);
                GraphStore graph = GraphStore.open(open, journal, GraphSettings.usual(House.HOME))) {
            assertThatThrownBy(() -> restore.read(folder.resolve("b.zip"), true, House.CLOCK))
                    .isInstanceOf(HeldException.class);
            assertThat(graph.state()).isEqualTo(journal.state()).isNotEqualTo(state);
        }
        assertThat(restore.read(folder.resolve("b.zip"), true, House.CLOCK)).isEqualTo(state);
    }

    @Test
    void aDamagedStoreIsNotBackedUp() throws IOException {
        takeSamples();
        Path file = data().resolve("public/journal.db");
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        // The zlib header of a text in the middle of the file: that text no longer unpacks.
        int at = text.indexOf("x\u00bb", text.length() / 2);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at + 20L);
            bytes.write(0);
            bytes.write(0);
        }
        assertThatThrownBy(() -> backup("b.zip", true)).hasMessageContaining("damaged");
        assertThat(folder.resolve("b.zip")).doesNotExist();
        assertThat(folder.resolve("b.zip.part")).doesNotExist();
    }

    @Test
    void aTargetThatIsThereOrInTheDataFolderIsRefused() throws IOException {
        takeSamples();
        Files.writeString(folder.resolve("there.zip"), "");
        assertThatThrownBy(() -> backup("there.zip", true)).hasMessageContaining("there already");
        assertThatThrownBy(() -> backup("data/public/b", true)).hasMessageContaining("data folder");
        assertThatThrownBy(() -> backup("nowhere/b", true)).hasMessageContaining("no folder");
        assertThatThrownBy(() -> new Backup(folder.resolve("typo"), Progress.SILENT).write(folder.resolve("b"), true))
                .hasMessageContaining("--data");
        assertThat(folder.resolve("typo")).doesNotExist();
    }
}
