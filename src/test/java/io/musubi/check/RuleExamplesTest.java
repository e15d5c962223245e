package io.musubi.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.MappedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule has a folder {@code examples/<Rule>} beside its shapes, with at least one {@code valid*.ttl} and one {@code
 * invalid*.ttl}; both engines must tell them apart. All examples are judged on one day.
 */
class RuleExamplesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Checker checker = Checker.load(ShapeFolders.HOME);

    @TestFactory
    Stream<DynamicContainer> everyFolder() throws IOException {
        return ShapeFolders.all().stream()
                .map(folder -> DynamicContainer.dynamicContainer(
                        ShapeFolders.name(folder), rules(folder).map(rule -> testOf(folder, rule))));
    }

    /** The rules of the folder and those that its examples speak of: the two must be the same. */
    private static Stream<String> rules(Path folder) {
        Set<String> names = new TreeSet<>();
        ShapeSet.load(folder).rules().forEach(rule -> names.add(rule.name()));
        try {
            ShapeFolders.children(folder.resolve("examples")).forEach(path -> names.add(ShapeFolders.name(path)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return names.stream();
    }

    private DynamicTest testOf(Path folder, String rule) {
        return DynamicTest.dynamicTest(rule, () -> {
            assertThat(ShapeSet.load(folder).rules()).extracting(Rule::name).contains(rule);
            JenaOracle jena = new JenaOracle(folder, Checker.context(ShapeFolders.HOME));
            boolean isAdmission = ShapeFolders.name(folder).equals("admission");
            for (String kind : List.of("valid", "invalid")) {
                List<Path> cases = cases(folder, rule, kind);
                assertThat(cases).as("%s cases of %s", kind, rule).isNotEmpty();
                for (Path example : cases) {
                    MappedRecord record = ExampleRecord.read(example, ShapeFolders.profile(folder));
                    Verdict verdict = checker.check(List.of(record), TODAY).get(0);
                    List<CheckResult> found = isAdmission ? verdict.admission() : verdict.findings();
                    assertThat(found.stream().anyMatch(result -> result.rule().equals(rule)))
                            .as("%s finds something in %s: %s", rule, example, found)
                            .isEqualTo(kind.equals("invalid"));
                    assertThat(jena.results(RecordGraph.of(0, record, TODAY)).stream()
                                    .filter(result -> result.startsWith(Msb.SHAPES + rule + " ")))
                            .as("Jena on %s", example)
                            .containsExactlyElementsOf(JenaOracle.results(List.of(verdict)).stream()
                                    .filter(result -> result.startsWith(Msb.SHAPES + rule + " "))
                                    .toList());
                }
            }
        });
    }

    private static List<Path> cases(Path folder, String rule, String kind) throws IOException {
        Path examples = folder.resolve("examples").resolve(rule);
        if (!Files.isDirectory(examples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(examples)) {
            return new ArrayList<>(files.filter(file -> ShapeFolders.name(file).startsWith(kind)
                            && ShapeFolders.name(file).endsWith(".ttl"))
                    .sorted()
                    .toList());
        }
    }
}
