package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.musubi.journal.HeldException;
import io.musubi.model.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, one that cannot be written, and one that somebody else writes. */
class HostileDiskTest {
    private static final List<String> DELIVERIES = List.of("ror-excerpt", "kirishima-repository", "adio-rdm");

    @TempDir
    Path folder;

    private boolean isMounted;

    private Path disk() {
        return folder.resolve("disk");
    }

    /** A small file system of its own; where none can be mounted (no root, no rights) the test is skipped. */
    private void mount(String size) throws Exception {
        Files.createDirectories(disk());
        isMounted = done("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk().toString());
        assumeTrue(isMounted, "no small file system can be mounted here");
    }

    private void remount(String options) throws Exception {
        assertThat(done("mount", "-o", "remount," + options, disk().toString())).isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        if (isMounted) {
            assertThat(done("umount", disk().toString())).isTrue();
        }
    }

    private static boolean done(String... words) throws Exception {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private record Ended(int code, String said) {}

    private Ended ingest(Path data, String language) throws Exception {
        List<String> command = new ArrayList<>(Year.java());
        command.addAll(List.of("io.musubi.cli.Main", "ingest", "--base", House.BASE, "--lang", language, "--data"));
        command.add(data.toString());
        DELIVERIES.forEach(
                it -> command.add(House.HOME.resolve("samples").resolve(it).toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void aFullDiskIsNamedAndTheSameAgainGoesOn() throws Exception {
        mount("64m");
        State end;
        assertThat(ingest(disk().resolve("roomy"), "en").code()).isZero();
        try (Store store = House.store(disk().resolve("roomy"))) {
            end = store.journal().state();
        }
        FileUtils.deleteDirectory(disk().resolve("roomy").toFile());
        Path data = disk().resolve("data");
        for (String size : List.of("300k", "2m")) {
            remount("size=" + size);
            assertFull(data);
            assertGoesOn(data, end);
            FileUtils.deleteDirectory(data.toFile());
        }
        assertGoesOn(data, end);
        // Ledger and journal are there: now the graph finds no room for its first page, then none for its last.
        for (int room : List.of(200, 2_000)) {
            try (Stream<Path> views = Files.list(data.resolve("public"))) {
                for (Path view :
                        views.filter(it -> !it.toString().contains("journal")).toList()) {
                    FileUtils.forceDelete(view.toFile());
                }
            }
            remount("size=" + (Counted.bytes(data) / 1024 + room) + "k");
            assertFull(data);
            assertGoesOn(data, end);
        }
    }

    private void assertFull(Path data) throws Exception {
        for (String language : List.of("ja", "en")) {
            Ended full = ingest(data, language);
            assertThat(full.code()).as(full.said()).isEqualTo(4);
            assertThat(full.said())
                    .contains(language.equals("ja") ? "空き容量が足りません" : "The disk is full")
                    .doesNotContain("\tat ");
        }
    }

    private void assertGoesOn(Path data, State end) throws Exception {
        remount("size=64m");
        Ended again = ingest(data, "en");
        assertThat(again.code()).as(again.said()).isZero();
        Doctor.Report report = Doctor.examine(data, Progress.SILENT);
        assertThat(report.isSound()).as(report.lines().toString()).isTrue();
        try (Store store = House.store(data)) {
            assertThat(store.journal().state().hash()).isEqualTo(end.hash());
        }
    }

    @Test
    void aDiskThatCannotBeWrittenIsNamed() throws Exception {
        mount("64m");
        Path data = disk().resolve("data");
        House.store(data).close();
        remount("ro");
        for (Path each : List.of(data, disk().resolve("new"))) {
            assertThatThrownBy(() -> House.store(each)).satisfies(e -> {
                assertThat(Troubles.isStore(e)).as(e.toString()).isTrue();
                assertThat(Troubles.message(e, "en"))
                        .contains("cannot be written")
                        .contains("--data");
                assertThat(Troubles.message(e, "ja")).contains("書き込めません");
            });
        }
    }

    @Test
    void theSecondWriterIsToldWhoHoldsIt() throws Exception {
        Path data = folder.resolve("data");
        Path steps = Files.write(folder.resolve("steps"), Year.plan(folder.resolve("deliveries"), 2));
        try (Year.Child child = Year.Child.start(data, steps, 0)) {
            assertThatThrownBy(() -> House.store(data))
                    .isInstanceOf(HeldException.class)
                    .satisfies(e -> {
                        assertThat(Troubles.isStore(e)).isTrue();
                        for (String language : List.of("ja", "en")) {
                            assertThat(Troubles.message(e, language))
                                    .contains("process " + child.process().pid())
                                    .contains("since 20")
                                    .contains(Year.class.getName());
                        }
                    });
            assertThat(child.process().isAlive()).isTrue();
        }
    }

    @Test
    void toldToEndItEndsSoonAndTheSameAgainFinishes() throws Exception {
        Path data = folder.resolve("data");
        List<String> command = new ArrayList<>(Year.java());
        command.addAll(List.of("io.musubi.cli.Main", "ingest", "--lang", "en", "--base", House.BASE, "--data"));
        command.add(data.toString());
        Year.plan(folder.resolve("deliveries"), 3).forEach(it -> command.add(it.replaceFirst("deliver ", "")));
        Path out = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        while (!Files.exists(data.resolve("public/journal.db"))) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(20);
        }
        Thread.sleep(300);
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(out)).contains("run the same command again").doesNotContain("\tat ");
        Process again = new ProcessBuilder(command).redirectErrorStream(true).start();
        String finished = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(again.waitFor()).as(finished).isZero();
        assertThat(Doctor.examine(data, Progress.SILENT).isSound()).isTrue();
    }
}
