package io.musubi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.finding.Row;
import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.service.Explain;
import io.musubi.service.FileCheck;
import io.musubi.service.IngestReport;
import io.musubi.service.Outcome;
import io.musubi.service.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder under {@code hostile/} is a delivery in which something is false, and {@code expected.txt} what must come
 * of it: how many records were read and what became of them, what is said of those that are wrong, and which are public.
 */
class FalseDeliveriesTest {
    private static final Path CASES = Room.HOME.resolve("src/test/resources/hostile");

    @TempDir
    static Path folder;

    private static Room room;

    @BeforeAll
    static void open() {
        room = new Room(folder.resolve("data"));
    }

    @AfterAll
    static void close() {
        room.settle();
        room.close();
    }

    @TestFactory
    List<DynamicTest> whatIsFalseIsToldAndTheRestIsKept() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.filter(Files::isDirectory)
                    .sorted()
                    .map(it -> DynamicTest.dynamicTest(it.getFileName().toString(), () -> one(it)))
                    .toList();
        }
    }

    private static void one(Path given) throws IOException {
        String name = given.getFileName().toString();
        Path delivery = Files.createDirectory(folder.resolve(name));
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(given)) {
            for (Path file : all.filter(it -> !it.endsWith("expected.txt")).toList()) {
                files.add(Files.copy(file, delivery.resolve(file.getFileName())));
            }
        }
        room.openSource(name);
        IngestReport report = room.deliver(name, delivery);
        String came = told(report) + told(room.findings(name)) + published(name);
        Path expected = given.resolve("expected.txt");
        Files.writeString(
                Files.createDirectories(Room.HOME.resolve("target/hostile")).resolve(name + ".txt"), came);
        assertThat(came).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
        checkedAlike(report, delivery);
        for (Path file : files) {
            new Explain(Room.RULES).run(file, Optional.empty(), "ja");
        }
    }

    private static String told(IngestReport report) {
        String outcomes = Arrays.stream(Outcome.values())
                .filter(it -> report.of(it) > 0)
                .map(it -> report.of(it) + " " + it.key())
                .collect(Collectors.joining(", "));
        return "read " + report.read() + ": " + outcomes + "\n"
                + report.troubles().stream()
                        .map(it -> it.file() + " | " + it.where() + " | "
                                + it.reason().en() + "\n")
                        .collect(Collectors.joining());
    }

    /** What the crosswalk, the identity and the admission say; rules on content, such as a missing description, are of no use here. */
    private static String told(List<Row> findings) {
        TreeSet<String> lines = new TreeSet<>();
        for (Row row : findings) {
            String rule = row.finding().rule();
            if (row.isObstacle() ? !rule.equals("Unreadable") : Character.isLowerCase(rule.charAt(0))) {
                lines.add((row.isObstacle() ? "set aside | " : "finding | ") + row.place() + " | " + rule + " | "
                        + row.finding().field() + " | "
                        + row.finding()
                                .value()
                                .map(FalseDeliveriesTest::shortened)
                                .orElse("-")
                        + "\n");
            }
        }
        return String.join("", lines);
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "… (" + value.length() + ")";
    }

    /** The records of the source that are public. */
    private static String published(String source) {
        String below = Room.BASE + "record/" + source + "/";
        List<String> lines = new ArrayList<>();
        try (Snapshot snapshot = room.store.journal().snapshot()) {
            for (Lookup.Found found : snapshot.documents("record", below, 100)) {
                String iri = found.document().iri();
                if (iri.startsWith(below)) {
                    lines.add("public | " + iri.substring(below.length()) + "\n");
                }
            }
        }
        return String.join("", lines);
    }

    /** A check without a store counts and tells the same. */
    private static void checkedAlike(IngestReport report, Path delivery) {
        FileCheck check = new FileCheck(Room.RULES, LocalDate.of(2026, 11, 21), rows -> {});
        check.read(delivery, Progress.SILENT);
        assertThat(check.unreadable()).isEqualTo(report.of(Outcome.UNREADABLE));
        assertThat(check.read()).isEqualTo(report.read());
        assertThat(check.setAside()).isEqualTo(report.of(Outcome.SET_ASIDE));
    }
}
