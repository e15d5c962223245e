package io.musubi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of every indicator: their numbers, and behind each number a list as long as it says. */
class ExamplesTest {
    @TestFactory
    List<DynamicTest> everyExampleGivesItsTable() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path example : examples()) {
            tests.add(DynamicTest.dynamicTest(name(example), () -> {
                String expected = Files.readString(example.resolve("expected.csv"));
                assertThat(CsvForm.plain(figures(example)).replace("\r\n", "\n").replace("\"\"", ""))
                        .isEqualTo(expected);
            }));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> behindEveryNumberAreAsManyThings() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path example : examples()) {
            if (indicator(example).question().isPresent()) {
                tests.add(DynamicTest.dynamicTest(name(example), () -> checkLists(example)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(4);
        return tests;
    }

    /** Of the rows, of the bars of the chart and of the total. */
    private static void checkLists(Path example) {
        Indicator indicator = indicator(example);
        DatasetGraph dataset = Graphs.of(example.resolve("data.ttl"));
        dataset.executeRead(() -> {
            Calculation calculation = Graphs.calculation(dataset);
            Figures figures = calculation.figures(indicator, Graphs.STATE);
            check(calculation, indicator, indicator.dimensionNames(), figures.rows());
            check(
                    calculation,
                    indicator,
                    IndicatorReader.grouping(
                            indicator.chart().by(), indicator.chart().series()),
                    figures.bars());
            check(calculation, indicator, List.of(), figures.total().stream().toList());
        });
    }

    private static void check(Calculation calculation, Indicator indicator, List<String> by, List<Row> rows) {
        for (Row row : rows) {
            Map<String, Optional<Node>> bound = new LinkedHashMap<>();
            for (int i = 0; i < by.size(); i++) {
                bound.put(by.get(i), row.values().get(i).node());
            }
            for (Measure measure : indicator.measures()) {
                Question question = indicator.question().orElseThrow();
                long number = row.cells()
                        .get(indicator.index(measure.name()))
                        .number()
                        .orElseThrow();
                assertThat(calculation.things(question, measure.name(), bound))
                        .as("%s of %s", measure.name(), bound)
                        .doesNotHaveDuplicates()
                        .hasSize((int) number);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyIndicatorHasAnExampleAndTexts() {
        return Indicators.read(Graphs.HOME).all().stream()
                .map(it -> DynamicTest.dynamicTest(it.id(), () -> {
                    assertThat(Graphs.HOME
                                    .resolve("indicators")
                                    .resolve(it.id())
                                    .resolve("examples"))
                            .isNotEmptyDirectory();
                    List<Text> texts = new ArrayList<>(it.caveats());
                    texts.addAll(List.of(it.title(), it.definition(), it.counted(), it.date()));
                    assertThat(texts).allSatisfy(text -> {
                        assertThat(text.ja()).matches("(?s).*[\\p{IsHiragana}\\p{IsHan}\\p{IsKatakana}].*");
                        assertThat(text.en()).doesNotContainPattern("[\\p{IsHiragana}\\p{IsHan}]");
                    });
                }));
    }

    private static String name(Path example) {
        return Graphs.HOME.relativize(example).toString();
    }

    private static List<Path> examples() throws IOException {
        List<Path> examples = new ArrayList<>();
        for (Path folder : Indicators.folders(Graphs.HOME)) {
            try (Stream<Path> cases = Files.list(folder.resolve("examples"))) {
                cases.sorted().forEach(examples::add);
            }
        }
        assertThat(examples).hasSizeGreaterThanOrEqualTo(7);
        return examples;
    }

    private static Indicator indicator(Path example) {
        return IndicatorReader.read(example.getParent().getParent());
    }

    private static Figures figures(Path example) {
        DatasetGraph dataset = Graphs.of(example.resolve("data.ttl"));
        return dataset.calculateRead(() -> Graphs.calculation(dataset).figures(indicator(example), Graphs.STATE));
    }
}
