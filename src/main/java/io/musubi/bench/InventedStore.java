package io.musubi.bench;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.graph.LocalQuery;
import io.musubi.journal.Change;
import io.musubi.journal.Snapshot;
import io.musubi.service.Deliveries;
import io.musubi.service.IngestReport;
import io.musubi.service.Progress;
import io.musubi.service.Rulebook;
import io.musubi.service.Store;
import io.musubi.text.Spellings;
import io.musubi.text.TextStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/** A data folder that takes invented deliveries, with its graph. */
final class InventedStore implements AutoCloseable {
    private static final String RECORD = "record";

    private final Path data;
    private final Progress progress;
    private final Rulebook rules;
    private final Store store;
    private final GraphStore graph;

    InventedStore(Path data, Path home, Progress progress) {
        this.data = data;
        this.progress = progress;
        this.rules = new Rulebook(home);
        this.store = Store.open(data, rules, Optional.empty(), Clock.systemUTC());
        this.graph = GraphStore.open(store.publicFolder(), store.journal(), GraphSettings.usual(home));
    }

    GraphStore graph() {
        return graph;
    }

    /** Takes a file and sees that every record of it was read and nothing was set aside but what is meant to be. */
    IngestReport take(Path file, long records) throws IOException {
        IngestReport report = new Deliveries(store, rules, progress).take(file, Optional.empty(), Optional.empty());
        if (report.read() != records) {
            throw new IllegalStateException(file + " holds " + records + " records, " + report.read() + " were read");
        }
        return report;
    }

    /** Takes a file and waits until the graph answers from the last of its records. */
    void takeAndAsk(Path file, long records) throws IOException {
        take(file, records);
        graph.follow((done, total) -> progress.at("graph", done, total));
        ask();
    }

    /** Asks the graph for the record written last. */
    void ask() {
        String iri;
        try (Snapshot snapshot = store.journal().snapshot()) {
            iri = snapshot.newest(RECORD, 1).getFirst().document().iri();
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new LocalQuery(graph, new PropertyFunctionRegistry())
                .run("ASK { <" + iri + "> ?p ?o }", LocalQuery.Format.CSV, answer);
        if (!answer.toString(StandardCharsets.UTF_8).contains("true")) {
            throw new IllegalStateException("The graph does not know " + iri);
        }
    }

    /** Makes the text index; only the time of it is of interest. */
    void index() {
        try (TextStore text = TextStore.open(store.publicFolder(), store.journal(), Spellings.NONE)) {
            text.follow((done, total) -> progress.at("text", done, total));
        }
    }

    /** The latest version of every document that changed after {@code state}. */
    void changesSince(long state, Consumer<Change> each) {
        try (Snapshot snapshot = store.journal().snapshot()) {
            snapshot.eachChange(state, each);
        }
    }

    long state() {
        return store.journal().state().number();
    }

    long documents() {
        return store.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The disk that each part takes. */
    Disk disk() throws IOException {
        return Disk.of(data);
    }

    @Override
    public void close() {
        graph.close();
        store.close();
    }
}
