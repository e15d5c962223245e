package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.musubi.finding.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));
    private static final int LINES = 1_234;

    @TempDir
    private Path folder;

    /** More records than two batches, all with something to say of them; some lines between them are no JSON. */
    @Test
    void findingsComeInTheOrderOfTheFileWhereverABatchEnds() throws IOException {
        Path file = Files.write(
                folder.resolve("ror.ndjson"),
                IntStream.rangeClosed(1, LINES).mapToObj(FileCheckTest::line).toList());
        List<Row> rows = new ArrayList<>();
        FileCheck check = new FileCheck(new Rulebook(HOME), LocalDate.of(2026, 4, 1), rows::addAll);
        check.read(file, Progress.SILENT);

        assertThat(check.read()).isEqualTo(LINES);
        assertThat(check.unreadable()).isEqualTo(LINES / 10);
        assertThat(rows.stream().map(FileCheckTest::number).distinct())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, LINES).boxed().toList());
    }

    /** Not wrapped by the thread that checks: the command line tells it as it is. */
    @Test
    void aWrongShapeIsNamed() throws IOException {
        Path home = folder.resolve("home");
        for (String part : List.of("mappings", "ontology", "shapes")) {
            copy(HOME.resolve(part), home.resolve(part));
        }
        Path shape = home.resolve("shapes/record/general/access.ttl");
        Files.writeString(shape, "this is no Turtle", StandardOpenOption.APPEND);
        Path file = Files.writeString(folder.resolve("ror.ndjson"), line(1) + "\n" + line(2) + "\n");
        FileCheck check = new FileCheck(new Rulebook(home), LocalDate.of(2026, 4, 1), rows -> {});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.read(file, Progress.SILENT))
                .withMessageContaining(shape.toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
    }

    private static String line(int number) {
        return number % 10 == 0 ? "{ \"id\": }" : """
                {"id": "https://ror.org/0zzzzzz00", "names": [{"value": "架空 %d", "types": ["ror_display"]}], "status": "none"}""".formatted(number);
    }

    /** Of the line that a row tells of: where a record stands, or what could not be read. */
    private static int number(Row row) {
        String where = row.record().isEmpty() ? row.finding().field() : row.place();
        return Integer.parseInt(where.replaceFirst(".*line ", ""));
    }
}
