package io.musubi.bench;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.journal.Journal;
import io.musubi.service.NormalForms;
import io.musubi.text.TextStore;
import io.musubi.web.Server;
import io.musubi.web.Settings;
import io.musubi.web.entity.Identifiers;
import io.musubi.web.sparql.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A server in this process, over a public folder that somebody else may write meanwhile. */
final class LiveServer implements AutoCloseable {
    /** How long a query takes is measured here, not whether it may. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final Identifiers NONE = (scheme, value) -> Optional.empty();

    private final Journal journal;
    private final GraphStore graph;
    private final TextStore text;
    private final Server server;

    /**
     * Starts it on a free port; graph and text index follow the journal first, and from then on by themselves.
     *
     * @param base of all IRIs
     * @param settings when the graph is built anew
     */
    LiveServer(Path publicFolder, Path home, String base, GraphSettings settings) {
        journal = Journal.openReadOnly(publicFolder);
        graph = GraphStore.open(publicFolder, journal, settings);
        text = TextStore.open(publicFolder, journal, NormalForms.read(home)::all);
        graph.follow((done, total) -> {});
        text.follow((done, total) -> {});
        Settings served =
                new Settings("127.0.0.1", 0, base, home, Limits.standard().withTime(LONG));
        server = Server.start(served, journal, graph, text, NONE);
    }

    int port() {
        return server.port();
    }

    GraphStore graph() {
        return graph;
    }

    /** Whether graph and text index show all that the journal holds, and the graph need not be built anew. */
    boolean isSettled() {
        return graph.state().equals(journal.state())
                && text.state().equals(journal.state())
                && graph.whyRebuild().isEmpty();
    }

    @Override
    public void close() {
        server.close();
        graph.close();
        text.close();
        journal.close();
    }
}
