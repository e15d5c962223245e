package io.musubi.service;

import io.musubi.graph.GraphStore;
import io.musubi.graph.StateCheck;
import io.musubi.journal.HeldException;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.ledger.Ledger;
import io.musubi.ledger.LedgerSnapshot;
import io.musubi.model.State;
import io.musubi.model.Text;
import io.musubi.text.TextStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies that ledger, journal, graph and text index hold what was written, and belong together; none of the stores
 * notices every flipped byte by itself. Changes nothing.
 */
public final class Doctor {
    private final Folders folders;
    private final Progress progress;
    private final List<Text> lines = new ArrayList<>();
    private String state = "";
    private boolean isSound = true;

    private Doctor(Path data, Progress progress) {
        this.folders = new Folders(data);
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param isSound whether all is well
     * @param state the journal's state id; empty when it cannot be read
     * @param lines what was looked at, and what to do where something is wrong
     */
    public record Report(boolean isSound, String state, List<Text> lines) {}

    /**
     * Examines {@code data}.
     *
     * @throws IOException when there is nothing to examine
     */
    public static Report examine(Path data, Progress progress) throws IOException {
        Doctor doctor = new Doctor(data, progress);
        if (!Journal.isIn(doctor.folders.open()) && !Ledger.isIn(doctor.folders.ledger())) {
            throw new IOException("There is neither ledger nor journal in " + data + "; check --data");
        }
        doctor.look("ledger", 0, doctor::ledger);
        doctor.look("journal", 1, doctor::journal);
        doctor.look("graph", 2, doctor::graph);
        doctor.look("text", 3, doctor::text);
        progress.at("done", 4, 4);
        return new Report(doctor.isSound, doctor.state, List.copyOf(doctor.lines));
    }

    private interface Look {
        void run() throws IOException;
    }

    /** What a damaged file makes its library throw may be anything. */
    private void look(String what, int done, Look look) {
        progress.at(what, done, 4);
        try {
            look.run();
        } catch (HeldException e) {
            lines.add(Diagnoses.held(what, e.holder()));
        } catch (StoreException e) {
            found(e.text());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            found(Diagnoses.damaged(what, String.valueOf(e.getMessage())));
        }
    }

    private void found(Text damage) {
        isSound = false;
        lines.add(damage);
    }

    private void ledger() {
        if (!Ledger.isIn(folders.ledger())) {
            lines.add(Diagnoses.noLedger());
            return;
        }
        try (LedgerSnapshot ledger = LedgerSnapshot.of(folders.ledger())) {
            List<String> damages = ledger.damages();
            damages.forEach(it -> found(Diagnoses.damaged("ledger", it)));
            if (damages.isEmpty()) {
                lines.add(Diagnoses.sound("ledger", "commit " + ledger.lastCommit()));
            }
        }
    }

    private void journal() {
        try (Journal journal = Journal.openReadOnly(folders.open());
                Snapshot snapshot = journal.snapshot()) {
            state = snapshot.state().id();
            StateCheck check = StateCheck.of(snapshot);
            Optional<String> damage = check.sound()
                    ? snapshot.damages().stream().findFirst().or(() -> disagreement(journal))
                    : Optional.of("its content does not have the hash of state " + state);
            lines.add(damage.map(it -> Diagnoses.damaged("journal", it))
                    .orElseGet(() -> Diagnoses.sound("journal", check)));
            isSound &= damage.isEmpty();
        }
    }

    /** Where journal and ledger say different things of what is public: the ledger keeps a hash of each document. */
    private Optional<String> disagreement(Journal journal) {
        if (!Ledger.isIn(folders.ledger())) {
            return Optional.empty();
        }
        try (Moment moment = Moment.of(folders, journal)) {
            if (moment.isWaiting()) {
                return Optional.empty();
            }
            Snapshot snapshot = moment.journal();
            List<String> others = new ArrayList<>();
            long[] documents = {0};
            snapshot.eachChange(
                    0,
                    change -> change.now().ifPresent(document -> {
                        documents[0]++;
                        if (others.isEmpty() && !moment.ledger().isPublished(document)) {
                            others.add(change.iri() + " is not what the ledger has made public");
                        }
                    }));
            long published = moment.ledger().published();
            if (others.isEmpty() && documents[0] != published) {
                others.add("it has " + documents[0] + " documents, the ledger has made " + published + " public");
            }
            return others.stream().findFirst();
        }
    }

    private void graph() {
        Optional<StateCheck> check = GraphStore.examine(folders.open());
        if (check.isPresent() && !check.get().sound()) {
            found(Diagnoses.damaged(
                    "graph",
                    "its content does not have the hash of state "
                            + check.get().state().id()));
        } else {
            lines.add(check.map(it -> Diagnoses.sound("graph", it)).orElseGet(() -> Diagnoses.none("graph")));
        }
    }

    private void text() throws IOException {
        Optional<State> shown = TextStore.examine(folders.open());
        lines.add(shown.map(it -> Diagnoses.sound("text", "state " + it.id())).orElseGet(() -> Diagnoses.none("text")));
    }
}
