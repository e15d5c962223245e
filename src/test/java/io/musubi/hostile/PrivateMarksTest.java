package io.musubi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.mapping.Crosswalks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            MARKED.put(example, Marked.privately(utf8(example), folder.resolve("scratch"), Room.RULES.crosswalks()));
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
