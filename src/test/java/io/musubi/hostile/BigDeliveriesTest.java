package io.musubi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is false by its size costs its own record, and no more memory than any other. */
class BigDeliveriesTest {
    private static final Path EXPECTED = Room.HOME.resolve("src/test/resources/hostile/big.txt");

    @TempDir
    Path folder;

    @Test
    void whatIsTooLargeCostsItsOwnRecordAndLittleMemory() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Dmusubi.home=" + Room.HOME,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigDeliveries.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        // Some Java machines warn of what libraries do, and set it apart by a blank line.
        assertThat(said.lines()
                        .filter(it -> !it.startsWith("WARNING") && !it.isEmpty())
                        .toList())
                .isEqualTo(Files.readAllLines(EXPECTED));
    }
}
