package io.musubi.graph;

import io.musubi.model.State;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The graph for those who read: a dataset whose read transactions hold the store that was current when they began, so
 * that a swap meanwhile does not touch them. Read only. For many threads; a transaction belongs to its thread.
 */
public final class LeasedDataset extends DatasetGraphWrapper {
    private final Supplier<Store> current;
    /** Not static: one thread may read two graphs. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Store> leased = new ThreadLocal<>();

    /** The context is a copy: it holds TDB2's query executor and must outlive the first store. */
    LeasedDataset(Supplier<Store> current) {
        super(null, current.get().dataset().getContext().copy());
        this.current = current;
    }

    /** The journal's state that this thread's transaction shows. */
    public State state() {
        return Marks.read(get()).state();
    }

    /**
     * Ontology, code lists and shapes: the named graph, from memory. Only read.
     *
     * @throws JenaTransactionException when this thread is in no transaction
     */
    public Graph ontology() {
        Store store = leased.get();
        if (store == null) {
            throw new JenaTransactionException("The ontology is read within a transaction");
        }
        return store.ontology();
    }

    @Override
    protected DatasetGraph get() {
        Store store = leased.get();
        return (store != null ? store : current.get()).dataset();
    }

    @Override
    public void begin(TxnType type) {
        if (type != TxnType.READ) {
            throw new JenaTransactionException("The graph is read only: it follows the journal");
        }
        if (leased.get() != null) {
            throw new JenaTransactionException("This thread is already in a transaction");
        }
        Store store = current.get();
        while (!store.lease()) {
            store = current.get();
        }
        leased.set(store);
        boolean begun = false;
        try {
            store.dataset().begin(TxnType.READ);
            begun = true;
        } finally {
            if (!begun) {
                leased.remove();
                store.release();
            }
        }
    }

    @Override
    public void begin() {
        begin(TxnType.READ);
    }

    @Override
    public void begin(ReadWrite mode) {
        begin(TxnType.convert(mode));
    }

    @Override
    public void commit() {
        finish(DatasetGraph::commit);
    }

    @Override
    public void abort() {
        finish(DatasetGraph::abort);
    }

    /** May be called again, or without a transaction. */
    @Override
    public void end() {
        finish(DatasetGraph::end);
    }

    private void finish(Consumer<DatasetGraph> how) {
        Store store = leased.get();
        if (store == null) {
            return;
        }
        try {
            how.accept(store.dataset());
            store.dataset().end();
        } finally {
            leased.remove();
            store.release();
        }
    }

    @Override
    public boolean isInTransaction() {
        return leased.get() != null;
    }

    /** Does nothing: the {@link GraphStore} closes its stores. */
    @Override
    public void close() {}
}
