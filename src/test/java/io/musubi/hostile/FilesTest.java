package io.musubi.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.musubi.service.IngestReport;
import io.musubi.service.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is false about the files themselves: where they lie, how they end, whether they hold still. */
class FilesTest {
    private static final Path GOOD = Room.HOME.resolve("mappings/ror/examples/one/input.json");

    @TempDir
    Path folder;

    private Room room;
    private Path delivery;

    @BeforeEach
    void open() throws IOException {
        room = new Room(folder.resolve("data"));
        delivery = Files.createDirectory(folder.resolve("delivery"));
        Files.copy(GOOD, delivery.resolve("good.json"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void linksThatLoopOrLeadNowhereHideNothing() throws IOException {
        Path inner = Files.createDirectory(delivery.resolve("inner"));
        Files.copy(Room.HOME.resolve("mappings/ror/examples/dump/input.json"), inner.resolve("also-good.json"));
        Files.createSymbolicLink(inner.resolve("up"), delivery);
        Files.createSymbolicLink(delivery.resolve("itself.json"), Path.of("itself.json"));
        Files.createSymbolicLink(delivery.resolve("nowhere.json"), Path.of("/no/such/file"));
        IngestReport report = room.deliver("local", delivery);
        assertThat(report.of(Outcome.STORED)).isGreaterThan(1);
        assertThat(report.troubles())
                .extracting(IngestReport.Trouble::file)
                .containsExactly("itself.json", "nowhere.json", "inner/up");
        assertThat(report.troubles()).allMatch(it -> it.reason().en().contains("cannot be opened"));
        assertThat(room.findings("local"))
                .filteredOn(it -> it.finding().rule().equals("Unreadable"))
                .hasSize(3);
    }

    @Test
    void aFolderBehindALinkIsRead() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.copy(Room.HOME.resolve("mappings/ror/examples/dump/input.json"), other.resolve("also-good.json"));
        Files.createSymbolicLink(delivery.resolve("linked"), other);
        assertThat(room.deliver("local", delivery).of(Outcome.STORED)).isGreaterThan(1);
    }

    @Test
    void whatIsNoFileIsToldAndNotWaitedFor() throws IOException, InterruptedException {
        Process pipe =
                new ProcessBuilder("mkfifo", delivery.resolve("pipe.json").toString()).start();
        assumeThat(pipe.waitFor()).as("named pipes can be made here").isZero();
        Files.createSymbolicLink(delivery.resolve("zero.json"), Path.of("/dev/zero"));
        IngestReport report = room.deliver("local", delivery);
        assertThat(report.of(Outcome.STORED)).isOne();
        assertThat(report.troubles()).extracting(IngestReport.Trouble::file).containsExactly("pipe.json", "zero.json");
        assertThat(report.troubles()).allMatch(it -> it.reason().en().contains("a pipe or a device, not a file"));
    }

    @Test
    void aMissingFileIsToldBeforeAnythingIsRead() {
        assertThatThrownBy(() -> room.deliver("local", folder.resolve("missing.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no file or folder")
                .hasMessageContaining("missing.json");
    }

    /** The administrator may read everything: then there is nothing to see here. */
    @Test
    void withoutPermissionTheOthersAreRead() throws IOException {
        Path secret = Files.copy(GOOD, delivery.resolve("secret.json"));
        Path locked = Files.createDirectory(delivery.resolve("locked"));
        Files.setPosixFilePermissions(secret, java.util.Set.of());
        Files.setPosixFilePermissions(locked, java.util.Set.of());
        assumeThat(Files.isReadable(secret)).as("this user may read every file").isFalse();
        IngestReport report = room.deliver("local", delivery);
        assertThat(report.of(Outcome.STORED)).isOne();
        assertThat(report.troubles()).extracting(IngestReport.Trouble::file).containsExactly("secret.json", "locked");
    }

    @Test
    void aFileThatGrowsHasAnEndAndIsTold() throws Exception {
        Path growing = delivery.resolve("growing.ndjson");
        String record = Files.readString(GOOD).replaceAll("\\s*\\n\\s*", "") + "\n";
        Files.writeString(growing, record.repeat(2_000));
        AtomicBoolean isOver = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!isOver.get()) {
                try {
                    Files.writeString(growing, record, StandardOpenOption.APPEND);
                    Thread.sleep(1);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        writer.start();
        IngestReport report;
        try {
            report = room.deliver("local", delivery);
        } finally {
            isOver.set(true);
            writer.join();
        }
        assertThat(report.of(Outcome.STORED)).isOne();
        assertThat(report.troubles()).isNotEmpty();
        assertThat(report.troubles().getLast().file()).isEqualTo("growing.ndjson");
        assertThat(report.troubles().getLast().reason().en()).contains("changed while it was read");
    }

    @Test
    void aFileThatIsCutKeepsWhatStandsBefore() throws IOException {
        List<Path> samples = List.of(
                Room.HOME.resolve("mappings/ror/examples/lines/input.ndjson"),
                Room.HOME.resolve("mappings/ror/examples/dump/input.json"),
                Room.HOME.resolve("mappings/ror/examples/api-answer/input.json"),
                Room.HOME.resolve("mappings/jpcoar/examples/oai-list-records/input.xml"),
                Room.HOME.resolve("mappings/jpcoar/examples/file-of-many/input.xml"),
                Room.HOME.resolve("mappings/grdm/examples/report-ja/input.csv"),
                Room.HOME.resolve("mappings/grdm/examples/v3-several-files/input.json"));
        for (Path sample : samples) {
            byte[] whole = Files.readAllBytes(sample);
            long before = 0;
            for (int tenth = 0; tenth <= 10; tenth++) {
                Path file = folder.resolve("cut-" + tenth);
                Files.write(file, Arrays.copyOf(whole, whole.length * tenth / 10));
                String source = "cut-" + samples.indexOf(sample) + "-" + tenth;
                IngestReport report = room.deliver(source, file);
                long kept = report.read() - report.of(Outcome.UNREADABLE);
                assertThat(kept).as(sample + " cut at " + tenth).isGreaterThanOrEqualTo(before);
                assertThat(report.troubles()).allMatch(it -> it.file().equals("cut-" + source.replaceFirst(".*-", "")));
                assertThat(report.of(Outcome.UNREADABLE) > 0 || kept > 0)
                        .as("nothing is passed over in silence")
                        .isTrue();
                before = kept;
            }
            assertThat(before).as(sample + " whole").isPositive();
        }
    }
}
