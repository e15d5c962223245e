package io.musubi.graph;

import io.musubi.journal.Snapshot;
import io.musubi.model.Hash;
import io.musubi.model.State;
import io.musubi.rdf.TripleSetHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/**
 * What a store really holds, beside what it says it holds. Neither SQLite nor TDB2 notices a flipped byte; this does.
 *
 * @param state the state the store says it shows
 * @param hash the hash of the triples that were found
 * @param triples how many were found
 */
public record StateCheck(State state, String hash, long triples) {
    /** Reads every document of the journal. */
    public static StateCheck of(Snapshot journal) {
        TripleSetHash hash = TripleSetHash.empty();
        long[] triples = {0};
        journal.eachChange(0, change -> {
            String lines = change.now().map(document -> document.triples()).orElse("");
            hash.addAll(lines);
            triples[0] += lines.lines().count();
        });
        return new StateCheck(journal.state(), hash.hex(), triples[0]);
    }

    /** Reads every triple of the default graph. */
    public static StateCheck of(LeasedDataset graph) {
        return check(graph);
    }

    static StateCheck check(DatasetGraph graph) {
        TripleSetHash hash = TripleSetHash.empty();
        long[] triples = {0};
        return Txn.calculateRead(graph, () -> {
            eachLine(graph, line -> {
                hash.add(line);
                triples[0]++;
            });
            return new StateCheck(Marks.read(graph).state(), hash.hex(), triples[0]);
        });
    }

    /** Whether the store holds what it says. */
    public boolean sound() {
        return state.hash().equals(hash);
    }

    /**
     * The SHA-256 of the default graph as canonical N-Triples, lines sorted by code unit, each ended by a line feed.
     * Holds all lines in memory.
     */
    public static Hash sorted(LeasedDataset graph) {
        MessageDigest digest = Hash.digest();
        Txn.executeRead(graph, () -> {
            ArrayList<String> lines = new ArrayList<>();
            eachLine(graph, lines::add);
            lines.sort(null);
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        });
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }

    private static void eachLine(DatasetGraph graph, Consumer<String> then) {
        graph.find(Quad.defaultGraphNodeGenerated, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> then.accept(Lines.line(quad.asTriple())));
    }
}
