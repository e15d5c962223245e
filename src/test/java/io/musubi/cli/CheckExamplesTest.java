package io.musubi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/**
 * {@code musubi check} on the samples: each folder of {@code src/test/resources/check} holds the arguments, what is
 * printed, what is noted beside it, and the exit code. With {@code -Dmusubi.write=true} the expected files are written.
 */
class CheckExamplesTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));

    @TestFactory
    Stream<DynamicTest> sayWhatIsExpected() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(HOME.resolve("src/test/resources/check"))) {
            cases = folders.sorted().toList();
        }
        assertThat(cases).hasSizeGreaterThan(4);
        return cases.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] arguments = ("check "
                        + Files.readString(folder.resolve("arguments.txt")).strip())
                .replace(" samples/", " " + HOME.resolve("samples") + "/")
                .split(" ");
        int code = line.execute(arguments);
        compare(folder.resolve("expected.txt"), out.toString());
        compare(folder.resolve("notes.txt"), err + "exit " + code + "\n");
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("musubi.write")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
    }
}
