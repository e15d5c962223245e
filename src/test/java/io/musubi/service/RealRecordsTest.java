package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.musubi.finding.Row;
import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.graph.StateCheck;
import io.musubi.model.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records written by others, where they are at hand: all of it goes through, and what is not ours says why. */
class RealRecordsTest {
    private static final List<String> FOLDERS =
            List.of("grdm", "jpcoar", "ror", "oai-pmh", "weko/oai-pmh", "weko/import");

    @TempDir
    Path folder;

    @Test
    void everythingIsReadOrSaysWhyNot() throws IOException {
        Optional<Path> shared = House.shared();
        assumeTrue(shared.isPresent(), "skipped: there is no ../shared with records of others");
        try (Store store = House.store(folder);
                GraphStore graph =
                        GraphStore.open(store.publicFolder(), store.journal(), GraphSettings.usual(House.HOME))) {
            List<IngestReport> first = take(store, shared.get());
            State state = graph.follow(io.musubi.graph.Progress.SILENT);
            assertThat(state).isEqualTo(store.journal().state());
            assertThat(StateCheck.of(graph.dataset()).sound()).isTrue();
            for (IngestReport report : first) {
                assertThat(report.read()).as(report.source()).isPositive();
                assertThat(report.troubles())
                        .as(report.source())
                        .hasSize((int) report.of(Outcome.UNREADABLE))
                        .allSatisfy(it -> assertThat(it.reason().en()).isNotBlank())
                        .allSatisfy(it -> assertThat(it.reason().ja()).isNotBlank());
                System.out.println(line(report));
            }
            System.out.println("most frequent findings: " + mostFrequent(store));

            List<IngestReport> second = take(store, shared.get());
            // Where files of one delivery contradict each other, the last one wins again: the same graph, by more
            // states.
            assertThat(store.journal().state().hash()).isEqualTo(state.hash());
            for (int i = 0; i < second.size(); i++) {
                assertThat(second.get(i).read()).isEqualTo(first.get(i).read());
            }
        }
    }

    private static List<IngestReport> take(Store store, Path shared) throws IOException {
        List<IngestReport> reports = new ArrayList<>();
        for (String name : FOLDERS) {
            reports.add(new Deliveries(store, House.rules(), Progress.SILENT)
                    .take(
                            shared.resolve("records").resolve(name),
                            Optional.of("real-" + name.replace('/', '-')),
                            Optional.empty()));
        }
        return reports;
    }

    private static String line(IngestReport report) {
        StringBuilder out = new StringBuilder(report.source() + ": read " + report.read());
        for (Outcome outcome : Outcome.values()) {
            out.append(", ").append(outcome.key()).append(' ').append(report.of(outcome));
        }
        return out.toString();
    }

    private static List<String> mostFrequent(Store store) {
        Map<String, Long> counts = House.findings(store, Optional.empty()).stream()
                .map(Row::finding)
                .map(it -> it.rule())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(8)
                .map(it -> it.getValue() + " " + it.getKey())
                .toList();
    }
}
