package io.musubi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.mapping.Crosswalks;
import io.musubi.model.RecordAccess;
import io.musubi.service.Backup;
import io.musubi.service.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mark in every private field of every format, looked for wherever anything can be seen. */
class PrivateMarksTest {
    private static final Pattern RULE = Pattern.compile("private(-id)?: true");
    private static final Pattern ENTRY = Pattern.compile("(?m)^(  - (?:\\{ )?at: )(.+?)((?:, because.*)?)$");

    @TempDir
    static Path folder;

    private static final Map<Path, byte[]> MARKED = new TreeMap<>();

    @BeforeAll
    static void mark() throws Exception {
        for (Path example : examples()) {
            byte[] marked = Marked.privately(utf8(example), folder.resolve("scratch"), Room.RULES.crosswalks());
            if (Marked.MARK.matcher(new String(marked, StandardCharsets.UTF_8)).find()) {
                MARKED.put(example, marked);
            }
        }
    }

    static List<Path> examples() throws IOException {
        List<Path> examples = new ArrayList<>();
        for (String format : List.of("grdm", "jpcoar", "ror")) {
            try (Stream<Path> files =
                    Files.walk(Room.HOME.resolve("mappings").resolve(format).resolve("examples"))) {
                files.filter(it -> it.getFileName().toString().startsWith("input."))
                        .sorted()
                        .forEach(examples::add);
            }
        }
        // What no example of a crosswalk has.
        try (Stream<Path> files = Files.list(Room.HOME.resolve("src/test/resources/private"))) {
            files.sorted().forEach(examples::add);
        }
        return examples;
    }

    private static byte[] utf8(Path example) throws IOException {
        byte[] bytes = Files.readAllBytes(example);
        return example.toString().contains("shift-jis")
                ? new String(bytes, "windows-31j").getBytes(StandardCharsets.UTF_8)
                : bytes;
    }

    /** Each rule that makes something private, taken away, would let a mark out: so none is without one. */
    @Test
    void everyRuleThatMakesPrivateHasItsMark() throws Exception {
        List<String> without = new ArrayList<>();
        for (String format : List.of("grdm", "jpcoar", "ror")) {
            String mapping = Files.readString(Room.HOME.resolve("mappings/" + format + "/mapping.yaml"));
            Matcher rule = RULE.matcher(mapping);
            while (rule.find()) {
                String open = mapping.substring(0, rule.start())
                        + rule.group().replace("true", "false")
                        + mapping.substring(rule.end());
                if (!letsOut(format, open)) {
                    without.add(format + " line " + line(mapping, rule.start()));
                }
            }
            int from = mapping.indexOf("\nprivate:\n");
            Matcher entry = ENTRY.matcher(mapping);
            while (from >= 0 && entry.find()) {
                if (entry.start() > from && entry.start() < mapping.indexOf("\nignore:\n")) {
                    String open = mapping.substring(0, entry.start()) + entry.group(1) + "nothing-of-this-name"
                            + entry.group(3) + mapping.substring(entry.end());
                    if (!letsOut(format, open)) {
                        without.add(format + " line " + line(mapping, entry.start()) + " " + entry.group(2));
                    }
                }
            }
        }
        assertThat(without).isEmpty();
    }

    /** Marks that are to stay inside, through all that can happen to the records that carry them. */
    @Test
    void noMarkIsSeenAnywhere() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        Path open = folder.resolve("data/public");
        try (Room room = new Room(folder.resolve("data"))) {
            for (String source : List.of("one", "two")) {
                // What two sources say of the same things is merged.
                room.openSource(source);
                room.deliver(source, delivery(source, MARKED));
            }
            Map<Path, byte[]> closed = new TreeMap<>();
            for (Path example : MARKED.keySet()) {
                closed.put(
                        example, Marked.everywhere(utf8(example), folder.resolve("scratch"), Room.RULES.crosswalks()));
            }
            room.closedSource("closed");
            room.deliver("closed", delivery("closed", without(closed)));
            assertThat(room.everything()).as("the marks are inside").containsPattern(Marked.MARK);
            assertSilent(open, "after the first delivery");
            room.store.cannotLink("person/orcid/0000-0001-5109-3700", "person/erad/60746486", "two people");
            room.store.project();
            try (Visit visit = new Visit(open)) {
                visit.swap();
            }
            assertSilent(open, "after an undone merge and a swap");
            Backup backup = new Backup(folder.resolve("data"), Progress.SILENT);
            backup.write(folder.resolve("backup"), false);
            assertThat(PublicFolder.places(folder.resolve("backup/public"), Marked.MARK))
                    .isEmpty();
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContainPattern(Marked.MARK);
    }

    /** Records that were public, with a mark in what they say: closed, open again, deleted, purged, all made anew. */
    @Test
    void aMarkThatWasPublicLeavesWithItsRecord() throws Exception {
        Path data = folder.resolve("turning");
        Path open = data.resolve("public");
        try (Room room = new Room(data)) {
            room.openSource("closing");
            room.openSource("deleting");
            for (String access : List.of("open", "closed", "open")) {
                room.deliver("closing", closing(access));
                assertSeen(open, access.equals("open"), access);
            }
            room.store.purge("closing", room.findings("closing").getFirst().record());
            assertSeen(open, false, "purged");
            for (String status : List.of("", "deleted", "")) {
                room.deliver("deleting", deleting(status));
                assertSeen(open, status.isEmpty(), "status " + status);
            }
            room.deliver("deleting", deleting("deleted"));
            assertSeen(open, false, "deleted for good");
        }
        try (Room anew = Room.withNewJournal(data)) {
            anew.settle();
            assertSeen(open, false, "with a new journal");
        }
    }

    private static Path closing(String access) throws IOException {
        String record = Files.readString(Room.HOME.resolve("src/test/resources/service/closing.json"))
                .replace("TITLE", "Turning QZ99999X")
                .replace("ACCESS", access + " access");
        return Files.writeString(folder.resolve("closing.json"), record);
    }

    private static Path deleting(String status) throws IOException {
        String record = """
                <record><header%s><identifier>oai:turning:1</identifier><datestamp>2026-05-01</datestamp></header>%s</record>""".formatted(
                        status.isEmpty() ? "" : " status=\"" + status + "\"",
                        status.isEmpty()
                                ? "<metadata>"
                                        + Files.readString(Room.HOME.resolve("src/test/resources/private/contact.xml"))
                                                .replaceFirst("<\\?xml.*\\?>", "")
                                                .replace("Data with a contact", "Turning QZ99999X")
                                        + "</metadata>"
                                : "");
        return Files.writeString(
                folder.resolve("deleting.xml"),
                Files.readString(Room.HOME.resolve("src/test/resources/service/oai.xml"))
                        .replace("RECORDS", record));
    }

    private static void assertSeen(Path open, boolean isPublic, String when) throws Exception {
        try (Visit visit = new Visit(open)) {
            assertThat(seen(visit, 40).isEmpty())
                    .as(when + ", at once, at the doors")
                    .isEqualTo(!isPublic);
            if (!isPublic) {
                visit.swap();
                assertThat(seen(visit, 40)).as(when).isEmpty();
            }
        }
        assertThat(PublicFolder.places(open, Marked.MARK).isEmpty())
                .as(when + ", in the files")
                .isEqualTo(!isPublic);
    }

    private static void assertSilent(Path open, String when) throws Exception {
        try (Visit visit = new Visit(open)) {
            assertThat(seen(visit, 200)).as(when).isEmpty();
        }
        assertThat(PublicFolder.places(open, Marked.MARK)).as(when).isEmpty();
    }

    /** The addresses that show a mark; more than {@code least} must have answered. */
    private static List<String> seen(Visit visit, int least) throws Exception {
        List<Visit.Answer> answers = visit.everything("qz");
        assertThat(answers).hasSizeGreaterThan(least);
        return answers.stream()
                .filter(it -> Marked.MARK.matcher(it.body() + it.headers()).find())
                .map(Visit.Answer::address)
                .toList();
    }

    /** Records that say themselves that they are open are not closed by their source. */
    private static Map<Path, byte[]> without(Map<Path, byte[]> all) throws Exception {
        Map<Path, byte[]> closed = new TreeMap<>();
        for (Map.Entry<Path, byte[]> each : all.entrySet()) {
            boolean isOpen = Marked.traces(each.getValue(), folder.resolve("scratch"), Room.RULES.crosswalks()).stream()
                    .anyMatch(it -> it.record().access().equals(Optional.of(RecordAccess.OPEN)));
            if (!isOpen) {
                closed.put(each.getKey(), each.getValue());
            }
        }
        return closed;
    }

    private static Path delivery(String name, Map<Path, byte[]> files) throws IOException {
        Path delivery = Files.createDirectory(folder.resolve("delivery-" + name));
        int number = 0;
        for (byte[] file : files.values()) {
            Files.write(delivery.resolve("file-%03d".formatted(number++)), file);
        }
        return delivery;
    }

    private static int line(String text, int at) {
        return (int) text.substring(0, at).chars().filter(it -> it == '\n').count() + 1;
    }

    private static boolean letsOut(String format, String mapping) throws Exception {
        Path home = folder.resolve("home");
        copy("ontology", home);
        copy("mappings", home);
        Files.writeString(home.resolve("mappings/" + format + "/mapping.yaml"), mapping);
        Crosswalks crosswalks = Crosswalks.load(home);
        for (Map.Entry<Path, byte[]> each : MARKED.entrySet()) {
            if (Marked.isPublic(Marked.traces(each.getValue(), folder.resolve("scratch"), crosswalks), Marked.MARK)) {
                return true;
            }
        }
        return false;
    }

    private static void copy(String part, Path home) throws IOException {
        try (Stream<Path> files = Files.walk(Room.HOME.resolve(part))) {
            for (Path file : files.filter(
                            it -> Files.isRegularFile(it) && !it.toString().contains("examples"))
                    .toList()) {
                Path copy = home.resolve(Room.HOME.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
