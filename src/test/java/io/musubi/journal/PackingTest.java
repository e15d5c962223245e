package io.musubi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class PackingTest {
    @Test
    void whatIsPackedComesBack() throws DataFormatException {
        Random random = new Random(3);
        byte[] dictionary = "> <http://purl.org/dc/terms/title> \"".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int size : new int[] {0, 1, 10, 1_000, 8_192, 8_193, 300_000}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            for (byte[] each : new byte[][] {{}, dictionary}) {
                assertThat(Packing.unpack(Packing.pack(bytes, each), size, each))
                        .isEqualTo(bytes);
            }
        }
    }

    @Test
    void aFlippedByteIsNoticed() {
        Random random = new Random(4);
        byte[] bytes = new byte[2_000];
        random.nextBytes(bytes);
        byte[] packed = Packing.pack(bytes, new byte[0]);
        for (int at = 0; at < packed.length; at += 13) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 0x10;
            assertThatThrownBy(() -> Packing.unpack(damaged, bytes.length, new byte[0]))
                    .as("byte %d", at)
                    .isInstanceOf(DataFormatException.class);
        }
    }

    @Test
    void readersKnowTheNewestMigration() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("musubi.home", ".")).resolve("src/main/resources/db/journal"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max())
                    .hasValue(Integer.parseInt(Schema.VERSION));
        }
    }
}
