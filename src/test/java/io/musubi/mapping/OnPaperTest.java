package io.musubi.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The crosswalks of {@code docs/crosswalk-on-paper.md} that have a folder in {@code src/test/resources/paper} compile and
 * map its {@code input.*} to {@code expected.txt}, in the form of {@link LanguageTest}.
 */
class OnPaperTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));
    private static final Pattern CROSSWALK = Pattern.compile("```yaml\\n(format: ([a-z-]+)\\n.*?)```", Pattern.DOTALL);

    @TempDir
    Path written;

    @TestFactory
    Stream<DynamicTest> crosswalks() throws IOException {
        String page = Files.readString(HOME.resolve("docs/crosswalk-on-paper.md"));
        List<Path> folders;
        try (Stream<Path> all = Files.list(HOME.resolve("src/test/resources/paper"))) {
            folders = all.sorted().toList();
        }
        assertThat(folders).isNotEmpty();
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder, page)));
    }

    private void check(Path folder, String page) throws IOException {
        String format = folder.getFileName().toString();
        Matcher matcher = CROSSWALK.matcher(page);
        String text = matcher.results()
                .filter(it -> it.group(2).equals(format))
                .map(it -> it.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The page has no crosswalk for " + format));
        Path home = Files.createDirectories(written.resolve(format));
        Files.writeString(home.resolve("mapping.yaml"), text);
        Crosswalks crosswalks = Crosswalks.read(
                HOME.resolve("ontology/identifiers.yaml"), HOME.resolve("mappings/tables"), List.of(home));
        Examples examples = Examples.map(Examples.input(folder), crosswalks);
        String actual = examples.traced() + "--\n" + examples.findings();
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("update")) {
            Files.writeString(expected, actual);
        }
        assertThat(examples.disagreements()).isEmpty();
        assertThat(expected).exists();
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
