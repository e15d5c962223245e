package io.musubi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk that a data folder takes. */
class DiskTest {
    private static final int MANY = 1 << 20;

    @TempDir
    Path data;

    @Test
    void eachPartIsCountedOnceAndByWhatIsWritten() throws IOException {
        write("ledger/ledger.db", 1);
        write("public/journal.db", 2);
        write("public/journal.db-wal", 1);
        write("public/graph-0001/Data/SPO.dat", 4);
        write("public/graph-0002/Data/SPO.dat", 1);
        write("public/text/_0.cfs", 6);
        try (RandomAccessFile sparse =
                new RandomAccessFile(data.resolve("public/text/empty").toFile(), "rw")) {
            sparse.setLength(100L * MANY);
        }
        Disk disk = Disk.of(data);
        assertThat(disk.bytes()).containsOnlyKeys("ledger", "journal", "graph", "text");
        assertThat(disk.of("ledger") / MANY).isEqualTo(1);
        assertThat(disk.of("journal") / MANY).isEqualTo(3);
        assertThat(disk.of("graph") / MANY).isEqualTo(5);
        assertThat(disk.of("text") / MANY).isEqualTo(6);
        assertThat(disk.all() / MANY).isEqualTo(15);
    }

    private void write(String name, int megabytes) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] content = new byte[megabytes * MANY];
        Arrays.fill(content, (byte) 1);
        Files.write(file, content);
    }
}
