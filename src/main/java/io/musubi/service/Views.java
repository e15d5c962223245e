package io.musubi.service;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.journal.HeldException;
import io.musubi.journal.Journal;
import io.musubi.text.Spellings;
import io.musubi.text.TextStore;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What is made from the journal of one public folder: graph and text index. A server that has them open keeps them. */
final class Views {
    private final Path publicFolder;
    private final Journal journal;
    private final Path home;
    private final Progress progress;

    Views(Path publicFolder, Journal journal, Path home, Progress progress) {
        this.publicFolder = publicFolder;
        this.journal = journal;
        this.home = home;
        this.progress = progress;
    }

    /**
     * Brings both up to the journal, and what it has forgotten out of their files, unless a server has them open: that does
     * both by itself.
     */
    void forget() {
        follow(GraphStore::isForgettingWaiting);
    }

    /** Brings both up to the journal, unless a server has them open: that follows by itself. */
    void follow() {
        follow(graph -> false);
    }

    private void follow(Predicate<GraphStore> mustBuild) {
        try (GraphStore graph = graph()) {
            graph.follow((done, total) -> progress.at("graph", done, total));
            if (mustBuild.test(graph)) {
                graph.rebuild((done, total) -> progress.at("graph", done, total));
            }
        } catch (HeldException e) {
            progress.at("graph: " + e.holder() + " follows", 1, 1);
        }
        try (TextStore text = text()) {
            text.follow((done, total) -> progress.at("text", done, total));
        } catch (HeldException e) {
            progress.at("text: " + e.holder() + " follows", 1, 1);
        }
    }

    /** Makes both anew from the journal; a server that has them open is asked to do so. */
    void rebuild() {
        try (GraphStore graph = graph()) {
            graph.rebuild((done, total) -> progress.at("graph", done, total));
        } catch (HeldException e) {
            GraphStore.askToRebuild(publicFolder);
            progress.at("graph: " + e.holder() + " rebuilds", 1, 1);
        }
        try (TextStore text = text()) {
            text.rebuild((done, total) -> progress.at("text", done, total));
        } catch (HeldException e) {
            TextStore.askToRebuild(publicFolder);
            progress.at("text: " + e.holder() + " rebuilds", 1, 1);
        }
    }

    private GraphStore graph() {
        return GraphStore.open(publicFolder, journal, GraphSettings.usual(home));
    }

    private TextStore text() {
        return TextStore.open(publicFolder, journal, Spellings.NONE);
    }
}
