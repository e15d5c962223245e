package io.musubi.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every {@code mappings/<format>/examples/<case>/}: {@code input.*} maps to {@code expected.trig} (one graph for each
 * record, {@code urn:musubi:<n>}, and one for what is private in it) and to the lines of {@code findings.txt} (none when
 * there is no such file). {@code -Dupdate=true} rewrites both; {@code -Dcase=grdm/csv} runs those whose path begins so.
 */
class CrosswalkExamplesTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        Crosswalks crosswalks = Crosswalks.load(HOME);
        String wanted = System.getProperty("case", "");
        List<Path> folders = folders();
        assertThat(folders).isNotEmpty();
        return folders.stream()
                .filter(folder -> name(folder).startsWith(wanted))
                .map(folder -> DynamicTest.dynamicTest(name(folder), () -> check(folder, crosswalks)));
    }

    private static List<Path> folders() throws IOException {
        Path mappings = HOME.resolve("mappings");
        if (!Files.isDirectory(mappings)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(mappings, 3)) {
            return all.filter(Files::isDirectory)
                    .filter(folder ->
                            folder.getParent().getFileName().toString().equals("examples"))
                    // The mapping to DCAT-AP goes the other way and has examples of its own kind.
                    .filter(folder -> Files.exists(folder.resolve("../../mapping.yaml")))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder) {
        return folder.getParent().getParent().getFileName() + "/" + folder.getFileName();
    }

    private static void check(Path folder, Crosswalks crosswalks) throws IOException {
        Examples examples = Examples.map(Examples.input(folder), crosswalks);
        Path trig = folder.resolve("expected.trig");
        Path findings = folder.resolve("findings.txt");
        if (Boolean.getBoolean("update")) {
            Files.writeString(trig, examples.trig());
            if (examples.findings().isEmpty()) {
                Files.deleteIfExists(findings);
            } else {
                Files.writeString(findings, examples.findings());
            }
        }
        assertThat(examples.disagreements()).isEmpty();
        assertThat(trig).exists();
        assertThat(examples.quads()).isEqualTo(Examples.quads(trig));
        assertThat(examples.findings()).isEqualTo(Files.exists(findings) ? Files.readString(findings) : "");
    }
}
