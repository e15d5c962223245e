package io.musubi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers keep one unit in memory at a time, and not even that one when it is too large. */
class MemoryTest {
    @TempDir
    Path folder;

    @Test
    void aHundredThousandRecordsOfEverySyntaxFitInSmallMemory() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigFiles.class.getName(),
                        folder.toString(),
                        "100000")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines()).containsExactly("lines 100000 0", "array 100000 0", "xml 100000 0", "csv 100000 0");
    }

    @Test
    void aUnitOfMoreThan64MegabytesIsSetAsideAndReadingGoesOn() throws IOException {
        Path file = folder.resolve("large");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("[{\"id\":1},{\"id\":2,\"many\":[");
            for (int i = 0; i < 1_000_000; i++) {
                out.write("\"0123456789\",");
            }
            out.write("0]},{\"id\":3}]");
        }
        Collected collected = new Collected();
        SourceReader.read(file, List.of(Collected.plan(io.musubi.model.Syntax.JSON, "[]", "id")), collected);
        assertThat(collected.heard())
                .containsExactly(
                        "format test",
                        "1 line 1 [\"[]\",null,[\"id\",\"1\"]]",
                        "unreadable line 1: A single unit is larger than 64 MB. Split it.",
                        "3 line 1 [\"[]\",null,[\"id\",\"3\"]]");
        assertThat(collected.progress()).isEqualTo(Files.size(file));
    }
}
