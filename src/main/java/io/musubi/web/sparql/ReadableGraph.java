package io.musubi.web.sparql;

import io.musubi.model.State;
import org.apache.jena.sparql.core.DatasetGraph;

/** Where queries read: the graph as it is when one begins. */
public interface ReadableGraph {
    /** Begins to read; the reading stays at its state until closed, in the thread that opened it. */
    Reading open();

    /** The state that {@link #open()} would give now. */
    State state();

    /** One reader's view. */
    interface Reading extends AutoCloseable {
        /** The triples, within a transaction. */
        DatasetGraph dataset();

        /** The state they are at. */
        State state();

        @Override
        void close();
    }
}
