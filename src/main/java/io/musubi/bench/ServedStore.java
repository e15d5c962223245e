package io.musubi.bench;

import io.musubi.bench.invented.Corpus;
import io.musubi.bench.invented.Shape;
import io.musubi.bench.invented.Version;
import io.musubi.model.SourceSettings;
import io.musubi.model.State;
import io.musubi.service.Deliveries;
import io.musubi.service.IngestReport;
import io.musubi.service.Outcome;
import io.musubi.service.Progress;
import io.musubi.service.Rulebook;
import io.musubi.service.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A data folder that takes invented JPCOAR records while a server has its graph and text index open. */
final class ServedStore implements AutoCloseable {
    /** Whose records they are. */
    static final String SOURCE = "invented";

    private final Store store;
    private final Deliveries deliveries;
    private final Corpus corpus;

    private ServedStore(Store store, Rulebook rules, long seed, Progress progress) {
        this.store = store;
        this.deliveries = new Deliveries(store, rules, progress);
        this.corpus = new Corpus(seed);
    }

    /**
     * Opens {@code data}; makes it where there is none.
     *
     * @param seed of the invention
     * @throws IllegalArgumentException when it holds records of others: invented ones must not get among them
     */
    static ServedStore open(Path data, Rulebook rules, long seed, Progress progress) {
        Store store = Store.open(data, rules, Optional.empty(), Clock.systemUTC());
        if (!store.sources().stream().map(SourceSettings::id).allMatch(SOURCE::equals)) {
            store.close();
            throw new IllegalArgumentException(data + " holds records of other sources than '" + SOURCE
                    + "'; a benchmark writes into its data folder, so give it one of its own");
        }
        return new ServedStore(store, rules, seed, progress);
    }

    boolean isEmpty() {
        return state().number() == 0;
    }

    /** How many of {@code versions} were new to the store; all of them must have been. */
    long deliver(Stream<Version> versions) throws IOException {
        Path file = Files.createTempFile("musubi-bench", ".xml");
        try {
            corpus.write(file, Shape.JPCOAR, versions);
            IngestReport report = deliveries.take(file, Optional.of(SOURCE), Optional.of(Shape.JPCOAR.format()));
            long taken = report.of(Outcome.STORED) + report.of(Outcome.DELETED);
            if (taken != report.read()) {
                throw new IllegalStateException(
                        "Of " + report.read() + " records delivered only " + taken + " are new: " + report.reasons());
            }
            return taken;
        } finally {
            Files.delete(file);
        }
    }

    /** Brings graph and text index up to the journal, unless a server has them open. */
    void follow() {
        deliveries.follow();
    }

    Path publicFolder() {
        return store.publicFolder();
    }

    String base() {
        return store.base();
    }

    State state() {
        return store.journal().state();
    }

    /** How many public documents there are, by type. */
    Map<String, Long> counts() {
        return store.counts();
    }

    @Override
    public void close() {
        store.close();
    }
}
