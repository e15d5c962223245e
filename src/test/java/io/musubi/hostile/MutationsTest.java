package io.musubi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.service.IngestReport;
import io.musubi.service.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples, wrong in thousands of ways, go through the whole ingest. How many: {@code -Dmusubi.mutations=10000}; from
 * which seed: {@code -Dmusubi.seed=1}.
 */
class MutationsTest {
    private static final int COUNT = Integer.getInteger("musubi.mutations", 1_000);
    private static final int BATCH = 500;

    @TempDir
    Path folder;

    @Test
    void nothingThatIsWrongWithAFileStopsAnIngest() throws IOException {
        Mutations mutations = new Mutations(new Random(Long.getLong("musubi.seed", 1)));
        List<byte[]> samples = samples();
        try (Room room = new Room(folder.resolve("data"))) {
            for (int done = 0; done < COUNT; done += BATCH) {
                Path delivery = Files.createDirectory(folder.resolve("delivery-" + done));
                for (int i = done; i < done + BATCH; i++) {
                    Files.write(
                            delivery.resolve("wrong-%06d".formatted(i)), mutations.of(samples.get(i % samples.size())));
                }
                IngestReport report = room.deliver("mutations-" + done, delivery);
                assertThat(report.read()).isGreaterThanOrEqualTo(BATCH);
                assertThat(report.of(Outcome.STORED)).isPositive();
                assertThat(report.troubles()).hasSize((int) report.of(Outcome.UNREADABLE));
            }
            room.settle();
        }
    }

    private static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (String format : List.of("grdm", "jpcoar", "ror")) {
            try (Stream<Path> files =
                    Files.walk(Room.HOME.resolve("mappings").resolve(format).resolve("examples"))) {
                for (Path file : files.filter(it -> it.getFileName().toString().startsWith("input."))
                        .sorted()
                        .toList()) {
                    samples.add(Files.readAllBytes(file));
                }
            }
        }
        return samples;
    }
}
