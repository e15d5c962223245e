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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule has a folder {@code examples/<Rule>} beside its shapes, with at least one {@code valid*.ttl} and one {@code
 * invalid*.ttl}; both engines must tell them apart. All examples are judged on one day, those of a folder in one batch.
 */
class RuleExamplesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Checker checker = Checker.load(ShapeFolders.HOME);

    /** What both engines say of the examples of one folder. */
    private record Judged(Set<String> rules, List<Path> examples, Set<String> rdf4j, Set<String> jena) {

        /** The engine's results for one rule and one example. */
        static Set<String> only(Set<String> results, String rule, int index) {
            return results.stream()
                    .filter(result -> result.startsWith(Msb.SHAPES + rule + " urn:musubi:" + index + ":"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyFolder() throws IOException {
        List<DynamicContainer> containers = new ArrayList<>();
        for (Path folder : ShapeFolders.all()) {
            Judged judged = judge(folder);
            Set<String> names = new TreeSet<>(judged.rules());
            judged.examples().forEach(example -> names.add(ruleOf(example)));
            containers.add(DynamicContainer.dynamicContainer(
                    ShapeFolders.name(folder),
                    names.stream().map(rule -> DynamicTest.dynamicTest(rule, () -> examine(judged, rule)))));
        }
        return containers.stream();
    }

    private Judged judge(Path folder) throws IOException {
        List<Path> examples = new ArrayList<>();
        for (Path rule : ShapeFolders.children(folder.resolve("examples"))) {
            try (Stream<Path> files = Files.list(rule)) {
                examples.addAll(files.sorted().toList());
            }
        }
        List<MappedRecord> records = examples.stream()
                .map(example -> ExampleRecord.read(example, ShapeFolders.profile(folder)))
                .toList();
        return new Judged(
                ShapeSet.load(folder).rules().stream().map(Rule::name).collect(Collectors.toSet()),
                examples,
                JenaOracle.results(checker.check(records, TODAY)),
                new JenaOracle(folder, Checker.context(ShapeFolders.HOME))
                        .results(IntStream.range(0, records.size())
                                .boxed()
                                .flatMap(index -> RecordGraph.of(index, records.get(index), TODAY).stream())
                                .toList()));
    }

    private static void examine(Judged judged, String rule) {
        assertThat(judged.rules()).as("a rule for examples/%s", rule).contains(rule);
        for (String kind : List.of("valid", "invalid")) {
            List<Integer> cases = IntStream.range(0, judged.examples().size())
                    .filter(index -> ruleOf(judged.examples().get(index)).equals(rule))
                    .filter(index ->
                            ShapeFolders.name(judged.examples().get(index)).startsWith(kind))
                    .boxed()
                    .toList();
            assertThat(cases).as("%s cases of %s", kind, rule).isNotEmpty();
            for (int index : cases) {
                Path example = judged.examples().get(index);
                Set<String> found = Judged.only(judged.rdf4j(), rule, index);
                assertThat(found.isEmpty())
                        .as("%s on %s: %s", rule, example, found)
                        .isEqualTo(kind.equals("valid"));
                assertThat(Judged.only(judged.jena(), rule, index))
                        .as("Jena on %s", example)
                        .isEqualTo(found);
            }
        }
    }

    private static String ruleOf(Path example) {
        return ShapeFolders.name(example.toAbsolutePath().getParent());
    }
}
