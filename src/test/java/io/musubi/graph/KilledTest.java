package io.musubi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.journal.Documents;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.model.DocumentChange;
import io.musubi.model.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed somewhere between writing the journal, following it and building anew. */
class KilledTest {
    @TempDir
    Path folder;

    @Test
    void whatIsLeftIsAWholeStateAndIsFollowedFurther() throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            writeUntilKilled(700 + 400L * round);
            try (Journal journal = Journal.open(folder);
                    GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(folder))) {
                State left = graph.state();
                assertThat(left.number()).isLessThanOrEqualTo(journal.state().number());
                StateCheck found = StateCheck.of(graph.dataset());
                assertThat(found.state()).isEqualTo(left);
                assertThat(found.sound()).as("graph at state %s", left.id()).isTrue();

                graph.follow(Progress.SILENT);
                try (Snapshot snapshot = journal.snapshot()) {
                    assertThat(StateCheck.of(graph.dataset())).isEqualTo(StateCheck.of(snapshot));
                    assertThat(StateCheck.of(snapshot).sound()).isTrue();
                }
            }
        }
    }

    private void writeUntilKilled(long millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("following");
            Thread.sleep(millis);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Appends and follows until it is killed; every seventh time it builds anew. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(folder))) {
            Random random = new Random(journal.lastCommit());
            graph.follow(Progress.SILENT);
            System.out.println("following");
            for (long commit = journal.lastCommit() + 1; ; commit++) {
                List<DocumentChange> changes = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    changes.add(Documents.publish(Documents.random(random, "dataset", random.nextInt(200))));
                }
                journal.append(commit, Instant.EPOCH.plusSeconds(commit), changes);
                if (commit % 7 == 0) {
                    graph.rebuild(Progress.SILENT);
                } else {
                    graph.follow(Progress.SILENT);
                }
            }
        }
    }
}
