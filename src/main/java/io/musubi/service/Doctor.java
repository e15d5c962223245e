package io.musubi.service;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.graph.StateCheck;
import io.musubi.journal.HeldException;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.model.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Verifies that journal and graph hold what the state's hash says; neither store notices a flipped byte by itself. */
public final class Doctor {
    private Doctor() {}

    /**
     * What was found.
     *
     * @param isSound whether all is well
     * @param state the journal's state id
     * @param lines what was looked at, and what to do where something is wrong
     */
    public record Report(boolean isSound, String state, List<Text> lines) {}

    /** Examines the public folder of {@code data}. */
    public static Report examine(Path home, Path data, Progress progress) {
        Path folder = data.resolve("public");
        List<Text> lines = new ArrayList<>();
        try (Journal journal = Journal.openReadOnly(folder)) {
            progress.at("journal", 0, 2);
            boolean isSound;
            try (Snapshot snapshot = journal.snapshot()) {
                StateCheck check = StateCheck.of(snapshot);
                isSound = check.sound();
                lines.add(line(
                        "ジャーナル",
                        "journal",
                        check,
                        "台帳から 'musubi rebuild' で作り直してください。",
                        "Run 'musubi rebuild': it is made again from the ledger."));
            }
            progress.at("graph", 1, 2);
            try (GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(home))) {
                StateCheck check = StateCheck.of(graph.dataset());
                isSound &= check.sound();
                lines.add(line(
                        "グラフ",
                        "graph",
                        check,
                        "'musubi rebuild' で作り直してください。",
                        "Run 'musubi rebuild': it is made again from the journal."));
            } catch (HeldException e) {
                lines.add(new Text(
                        "グラフは " + e.holder() + " が使用中のため検証していません。",
                        "The graph is open in " + e.holder() + " and was not verified; stop it to do so."));
            }
            progress.at("done", 2, 2);
            return new Report(isSound, journal.state().id(), lines);
        }
    }

    private static Text line(String ja, String en, StateCheck check, String remedyJa, String remedyEn) {
        if (check.sound()) {
            return new Text(
                    ja + ": 正常(状態 " + check.state().id() + "、" + check.triples() + " トリプル)",
                    en + ": sound (state " + check.state().id() + ", " + check.triples() + " triples)");
        }
        return new Text(
                ja + ": 破損。状態 " + check.state().id() + " のハッシュと内容が一致しません。" + remedyJa,
                en + ": damaged. Its content does not have the hash of state "
                        + check.state().id() + ". " + remedyEn);
    }
}
