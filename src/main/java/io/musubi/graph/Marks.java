package io.musubi.graph;

import io.musubi.journal.Journal;
import io.musubi.model.State;
import java.time.Instant;
import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What a store says of itself, written in the same transaction as the triples it speaks of.
 *
 * @param state the journal's state that the default graph shows
 * @param ontologyHash of the files in the ontology's graph; empty when there are none yet
 * @param forgettings how often the journal had forgotten when the building of this store began
 * @param bytes its size on disk when it was built; 0 for one that began empty
 */
record Marks(State state, String ontologyHash, long forgettings, long bytes) {
    /** Of an empty store. */
    static final Marks NONE = new Marks(Journal.EMPTY, "", 0, 0);

    Marks with(State now) {
        return new Marks(now, ontologyHash, forgettings, bytes);
    }

    Marks withOntology(String hash) {
        return new Marks(state, hash, forgettings, bytes);
    }

    /** Reads them, within a transaction. */
    static Marks read(DatasetGraph dataset) {
        String number = value(dataset, Names.NUMBER, "");
        if (number.isEmpty()) {
            return NONE;
        }
        State state = new State(
                Long.parseLong(number), Instant.parse(value(dataset, Names.TIME, "")), value(dataset, Names.HASH, ""));
        return new Marks(
                state,
                value(dataset, Names.ONTOLOGY_HASH, ""),
                Long.parseLong(value(dataset, Names.FORGETTINGS, "0")),
                Long.parseLong(value(dataset, Names.BYTES, "0")));
    }

    /** Writes those that differ, within a write transaction. */
    void write(DatasetGraph dataset) {
        set(dataset, Names.NUMBER, Long.toString(state.number()));
        set(dataset, Names.TIME, state.time().toString());
        set(dataset, Names.HASH, state.hash());
        set(dataset, Names.ONTOLOGY_HASH, ontologyHash);
        set(dataset, Names.FORGETTINGS, Long.toString(forgettings));
        set(dataset, Names.BYTES, Long.toString(bytes));
    }

    private static String value(DatasetGraph dataset, Node property, String otherwise) {
        Iterator<Quad> found = dataset.find(Names.STATE, Names.STATE, property, Node.ANY);
        return found.hasNext() ? found.next().getObject().getLiteralLexicalForm() : otherwise;
    }

    private static void set(DatasetGraph dataset, Node property, String value) {
        Node literal = NodeFactory.createLiteralString(value);
        if (!dataset.contains(Names.STATE, Names.STATE, property, literal)) {
            dataset.deleteAny(Names.STATE, Names.STATE, property, Node.ANY);
            dataset.add(Names.STATE, Names.STATE, property, literal);
        }
    }
}
