package io.musubi.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Finding;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is gained, and in which order. */
class TallyTest {
    private static Row row(String record, String rule, Severity severity, boolean isObstacle) {
        Text text = new Text(rule + "の文", "of " + rule);
        return new Row(
                "",
                "s",
                record,
                "",
                "",
                new Finding(rule, severity, "dataset", "f", Optional.empty(), text, text, text, false),
                isObstacle);
    }

    private static List<String> order(Tally<Row> tally) {
        return tally.groups().stream()
                .map(it ->
                        it.number() + " " + it.cause().rule() + " " + it.gain().admitted() + "/"
                                + it.gain().records() + "/" + it.gain().findings())
                .toList();
    }

    @Test
    void severityFirstThenAdmittedThenRecordsThenFindings() {
        Tally<Row> tally = Tally.ofRows(9);
        tally.take(List.of(
                row("1", "Hint", Severity.INFO, false),
                row("1", "Broken", Severity.VIOLATION, false),
                row("1", "Doubt", Severity.WARNING, false)));
        tally.take(List.of(
                row("2", "Hint", Severity.INFO, false),
                row("2", "Broken", Severity.VIOLATION, false),
                row("2", "Doubt", Severity.WARNING, false),
                row("2", "Doubt", Severity.WARNING, false)));
        tally.take(List.of(row("3", "Hint", Severity.INFO, false), row("3", "Obstacle", Severity.VIOLATION, true)));
        tally.take(List.of(row("4", "Unsure", Severity.WARNING, false)));
        tally.take(List.of(row("5", "Unsure", Severity.WARNING, false)));
        assertThat(order(tally))
                .containsExactly(
                        "1 Obstacle 1/1/1", "2 Broken 0/2/2", "3 Doubt 0/2/3", "4 Unsure 0/2/2", "5 Hint 0/3/3");
    }

    @Test
    void whoseObstaclesAreTwoIsAdmittedByNeither() {
        Tally<Row> tally = Tally.ofRows(9);
        tally.take(List.of(row("1", "A", Severity.VIOLATION, true), row("1", "B", Severity.VIOLATION, true)));
        tally.take(List.of(row("2", "B", Severity.VIOLATION, true), row("2", "B", Severity.VIOLATION, true)));
        assertThat(order(tally)).containsExactly("1 B 1/2/3", "2 A 0/1/1");
    }

    @Test
    void theOrderDoesNotDependOnArrivalAndAllAreCountedThoughFewAreKept() {
        Tally<Row> there = Tally.ofRows(1);
        Tally<Row> back = Tally.ofRows(1);
        List<List<Row>> records = List.of(
                List.of(row("1", "A", Severity.INFO, false)),
                List.of(row("2", "B", Severity.INFO, false)),
                List.of(row("3", "B", Severity.INFO, false)),
                List.of(row("4", "C", Severity.INFO, false)));
        records.forEach(there::take);
        records.reversed().forEach(back::take);
        assertThat(order(there)).isEqualTo(order(back)).containsExactly("1 B 0/2/2", "2 A 0/1/1", "3 C 0/1/1");
        assertThat(there.groups()).allSatisfy(it -> assertThat(it.items()).hasSize(1));
    }
}
