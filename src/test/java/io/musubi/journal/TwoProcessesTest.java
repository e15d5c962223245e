package io.musubi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.model.State;
import io.musubi.rdf.TripleSetHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {
    @TempDir
    Path folder;

    @Test
    void theSecondWriterIsToldWhoWrites() throws IOException {
        try (Child child = Child.writing(folder)) {
            assertThatThrownBy(() -> Journal.open(folder))
                    .isInstanceOf(HeldException.class)
                    .hasMessageContaining("process " + child.pid())
                    .hasMessageContaining(Child.class.getName())
                    .hasMessageContaining("Wait");
        }
    }

    @Test
    void inOneProcessTooThereIsOneWriter() {
        try (Journal journal = Journal.open(folder)) {
            assertThatThrownBy(() -> Journal.open(folder)).isInstanceOf(HeldException.class);
            assertThat(journal.state()).isEqualTo(Journal.EMPTY);
        }
        Journal.open(folder).close();
    }

    @Test
    void readersSeeWholeStatesWhileAnotherProcessWrites() throws IOException {
        try (Child child = Child.writing(folder);
                Journal journal = Journal.openReadOnly(folder)) {
            Set<Long> seen = new HashSet<>();
            long until = System.nanoTime() + 60_000_000_000L;
            while (seen.size() < 20 && System.nanoTime() < until) {
                try (Snapshot snapshot = journal.snapshot()) {
                    assertThat(hash(snapshot)).isEqualTo(snapshot.state().hash());
                    assertThat(snapshot.lastCommit()).isEqualTo(snapshot.state().number());
                    seen.add(snapshot.state().number());
                }
            }
            assertThat(seen).hasSizeGreaterThanOrEqualTo(20);
            assertThat(child.pid()).isNotEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void aKilledWriterLeavesAWholeState() throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            try (Child child = Child.writing(folder)) {
                Thread.sleep(150);
                child.kill();
            }
            try (Journal journal = Journal.open(folder)) {
                State state = journal.state();
                try (Snapshot snapshot = journal.snapshot()) {
                    assertThat(hash(snapshot)).isEqualTo(state.hash());
                    assertThat(snapshot.lastCommit()).isEqualTo(state.number());
                }
                State next = journal.append(
                        state.number() + 1,
                        Instant.EPOCH,
                        List.of(Documents.publish(Documents.titled("dataset", 1, "after " + round))));
                assertThat(next.number()).isEqualTo(state.number() + 1);
            }
        }
    }

    private static String hash(Snapshot snapshot) {
        TripleSetHash hash = TripleSetHash.empty();
        for (String type : snapshot.counts().keySet()) {
            snapshot.documents(type, "", 1_000)
                    .forEach(found -> hash.addAll(found.document().triples()));
        }
        return hash.hex();
    }
}
