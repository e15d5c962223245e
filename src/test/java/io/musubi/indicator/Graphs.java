package io.musubi.indicator;

import io.musubi.model.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** What tests of indicators share. */
final class Graphs {
    static final Path HOME =
            Path.of(System.getProperty("musubi.home", ".")).toAbsolutePath().normalize();

    /** A state whose day in Japan is the one after its day in Greenwich. */
    static final State STATE = new State(7, Instant.parse("2026-03-31T20:00:00Z"), "ab".repeat(32));

    private Graphs() {}

    /** The triples of a Turtle file, if it is there, as a default graph. */
    static DatasetGraph of(Path file) {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        if (Files.exists(file)) {
            dataset.executeWrite(() -> RDFDataMgr.read(dataset, file.toString()));
        }
        return dataset;
    }

    static Calculation calculation(DatasetGraph dataset) {
        return new Calculation(dataset, Duration.ofSeconds(30));
    }
}
