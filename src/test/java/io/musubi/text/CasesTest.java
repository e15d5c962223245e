package io.musubi.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.journal.Journal;
import io.musubi.model.DocumentChange;
import io.musubi.service.NormalForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code src/test/resources/text} is a case: {@code documents.ttl}, and {@code queries.tsv} with a line
 * for each query, what must come first in this order, and what must come behind it in any order. Nothing else may come.
 */
class CasesTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));
    private static final Path CASES = HOME.resolve("src/test/resources/text");

    @TempDir
    static Path folder;

    private record Case(String query, List<String> first, List<String> then) {
        static Case of(String line) {
            String[] columns = line.split("\t", -1);
            return new Case(columns[0], list(columns[1]), columns.length > 2 ? list(columns[2]) : List.of());
        }

        private static List<String> list(String column) {
            return Arrays.stream(column.split(" ")).filter(it -> !it.isEmpty()).toList();
        }
    }

    @TestFactory
    Stream<DynamicContainer> queriesFindWhatTheyShould() throws IOException {
        NormalForms forms = NormalForms.read(HOME);
        List<Path> cases;
        try (Stream<Path> found = Files.list(CASES)) {
            cases = found.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(cases).isNotEmpty();
        return cases.stream().map(it -> container(it, forms));
    }

    private static DynamicContainer container(Path example, NormalForms forms) {
        try (Journal journal = Journal.open(folder.resolve(example.getFileName().toString()));
                TextStore text =
                        TextStore.open(folder.resolve(example.getFileName().toString()), journal, forms::all)) {
            journal.append(
                    1,
                    Instant.EPOCH,
                    Turtle.documents(Files.readString(example.resolve("documents.ttl"))).stream()
                            .map(it -> new DocumentChange(it.iri(), Optional.of(it), false))
                            .toList());
            text.follow(Progress.SILENT);
            List<DynamicTest> tests = Files.readAllLines(example.resolve("queries.tsv")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Case::of)
                    .map(it -> {
                        List<String> found = found(text, it.query());
                        return DynamicTest.dynamicTest(it.query(), () -> check(it, found));
                    })
                    .toList();
            assertThat(tests).isNotEmpty();
            return DynamicContainer.dynamicContainer(example.getFileName().toString(), tests);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> found(TextStore text, String query) {
        return text.search(new Question(query, Map.of(), Optional.empty(), 100, "ja")).hits().stream()
                .map(hit -> hit.iri().substring(Turtle.BASE.length()))
                .toList();
    }

    private static void check(Case expected, List<String> found) {
        int first = expected.first().size();
        assertThat(found).as(expected.query()).hasSize(first + expected.then().size());
        assertThat(found.subList(0, first)).as(expected.query()).isEqualTo(expected.first());
        assertThat(found.subList(first, found.size()))
                .as(expected.query())
                .containsExactlyInAnyOrderElementsOf(expected.then());
    }
}
