package io.musubi.graph;

import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * Evaluates on TDB2 without a fault of Jena 5.6: a hash join that was never asked for a row cannot be closed
 * (apache/jena#3516), and it is closed so when it stands in a join whose other side finds nothing.
 */
public class SoundExecutor extends OpExecutorTDB2 {
    /** Makes one for each part of a query. */
    static final OpExecutorFactory FACTORY = SoundExecutor::new;

    /** An executor in {@code context}. */
    public SoundExecutor(ExecutionContext context) {
        super(context);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        return asked(super.execute(join, input));
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        return asked(super.execute(join, input));
    }

    @Override
    protected QueryIterator execute(OpTable table, QueryIterator input) {
        return asked(super.execute(table, input));
    }

    /** Makes the table of the join now, which closing needs. */
    private static QueryIterator asked(QueryIterator join) {
        boolean unused = join.hasNext();
        return join;
    }
}
