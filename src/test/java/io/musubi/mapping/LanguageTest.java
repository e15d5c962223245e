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
 * The language, case by case: every folder of {@code src/test/resources/crosswalk} has a {@code mapping.yaml} and either
 * an {@code input.*} with {@code expected.txt} (statements with source path and line, then {@code --} and the findings)
 * or an {@code error.txt} (the mistakes reported). {@code -Dupdate=true} rewrites what is expected.
 */
class LanguageTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));
    private static final Path CASES = HOME.resolve("src/test/resources/crosswalk");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(CASES)) {
            folders = all.filter(folder -> Files.exists(folder.resolve("mapping.yaml")))
                    .sorted()
                    .toList();
        }
        assertThat(folders).hasSizeGreaterThan(8);
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws IOException {
        Path error = folder.resolve("error.txt");
        boolean hasInput = hasInput(folder);
        Path expected = hasInput ? folder.resolve("expected.txt") : error;
        String actual = hasInput ? map(folder) : mistakes(folder);
        if (Boolean.getBoolean("update")) {
            Files.writeString(expected, actual);
        }
        assertThat(expected).exists();
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static boolean hasInput(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("input."));
        }
    }

    private static String map(Path folder) throws IOException {
        Examples examples = Examples.map(Examples.input(folder), load(folder));
        assertThat(examples.disagreements()).isEmpty();
        return examples.traced() + "--\n" + examples.findings();
    }

    private static String mistakes(Path folder) throws IOException {
        try {
            load(folder);
            return "none\n";
        } catch (CrosswalkException e) {
            // Lists of what there is grow with the house.
            return e.getMessage().replaceAll("(there are|identifier scheme:|prefixes|expected one of) .*", "$1 …")
                    + "\n";
        }
    }

    private static Crosswalks load(Path folder) throws IOException {
        return Crosswalks.read(HOME.resolve("ontology/identifiers.yaml"), CASES.resolve("tables"), List.of(folder));
    }
}
