package io.musubi.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.MappedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A verdict is a matter of the record alone, and a matter of the shapes and not of the engine. */
class BatchTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final long SEED = Long.getLong("seed", 20261121);

    private final Checker checker = Checker.load(ShapeFolders.HOME);

    @Test
    void batchSizeChangesNothing() {
        List<MappedRecord> records = GeneratedRecords.of(SEED, 120);
        List<Verdict> together = checker.check(records, TODAY);
        assertThat(together.stream()
                        .mapToInt(verdict -> verdict.findings().size())
                        .sum())
                .isGreaterThan(400);
        for (int size : new int[] {7, 100}) {
            assertThat(inBatches(records, size))
                    .as("batches of %s, seed %s", size, SEED)
                    .isEqualTo(together);
        }
        assertThat(inBatches(records.subList(0, 40), 1))
                .as("one by one, seed %s", SEED)
                .isEqualTo(together.subList(0, 40));
    }

    @Test
    void orderOfTheBatchChangesNothing() {
        List<MappedRecord> records = GeneratedRecords.of(SEED, 120);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, records.size()).boxed().toList());
        Collections.shuffle(order, new Random(SEED));
        List<Verdict> straight = checker.check(records, TODAY);
        List<Verdict> shuffled = checker.check(order.stream().map(records::get).toList(), TODAY);
        for (int i = 0; i < order.size(); i++) {
            assertThat(shuffled.get(i))
                    .as("record %s, seed %s", order.get(i), SEED)
                    .isEqualTo(straight.get(order.get(i)));
        }
    }

    /** RDF4J stops at 1,000 results for a constraint and at 10,000 in all, where it is asked in its own way. */
    @Test
    void nothingIsCut() {
        List<MappedRecord> records =
                Collections.nCopies(3000, GeneratedRecords.of(SEED, 1).get(0));
        List<Verdict> verdicts = checker.check(records, TODAY);
        assertThat(verdicts).hasSize(3000);
        assertThat(Set.copyOf(verdicts)).hasSize(1);
        assertThat(verdicts.get(0).findings()).hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void jenaAgrees(long offset) throws IOException {
        List<MappedRecord> records = GeneratedRecords.of(SEED + offset, 200);
        Set<String> jena = new TreeSet<>();
        for (Path folder : ShapeFolders.all()) {
            List<Statement> judged = IntStream.range(0, records.size())
                    .filter(index -> isJudged(records.get(index), folder))
                    .boxed()
                    .flatMap(index -> RecordGraph.of(index, records.get(index), TODAY).stream())
                    .toList();
            jena.addAll(new JenaOracle(folder, Checker.context(ShapeFolders.HOME)).results(judged));
        }
        assertThat(withoutMilder(jena))
                .as("seed %s", SEED + offset)
                .isEqualTo(JenaOracle.results(checker.check(records, TODAY)));
    }

    private static boolean isJudged(MappedRecord record, Path folder) {
        return !record.isDeleted() && record.profiles().containsAll(ShapeFolders.profile(folder));
    }

    /** What a stricter rule stands in for is our doing, not the engine's. */
    private static Set<String> withoutMilder(Set<String> results) {
        Set<String> silenced = results.stream()
                .filter(result -> result.contains("/CaoDescriptionMissing "))
                .map(result -> result.replace("/CaoDescriptionMissing ", "/DescriptionMissing "))
                .collect(Collectors.toSet());
        assertThat(silenced).isNotEmpty();
        return results.stream()
                .filter(result -> !silenced.contains(result))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every rule is broken by some of the generated records, or the tests above say little about it. */
    @Test
    void everyRuleIsTried() throws IOException {
        Set<String> broken = checker.check(GeneratedRecords.of(SEED, 600), TODAY).stream()
                .flatMap(verdict -> Stream.concat(verdict.admission().stream(), verdict.findings().stream()))
                .map(CheckResult::rule)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = new TreeSet<>();
        for (Path folder : ShapeFolders.all()) {
            ShapeSet.load(folder).rules().forEach(rule -> all.add(rule.name()));
        }
        assertThat(all).hasSizeGreaterThan(30);
        assertThat(broken).isEqualTo(all);
    }

    private List<Verdict> inBatches(List<MappedRecord> records, int size) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < records.size(); i += size) {
            verdicts.addAll(checker.check(records.subList(i, Math.min(i + size, records.size())), TODAY));
        }
        return verdicts;
    }
}
