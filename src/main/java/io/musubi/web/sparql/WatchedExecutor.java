package io.musubi.web.sparql;

import io.musubi.graph.SoundExecutor;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.path.PathLib;

/** Evaluates property paths on a graph that can say stop: Jena's own evaluation of paths cannot be cancelled. */
final class WatchedExecutor extends SoundExecutor {
    WatchedExecutor(ExecutionContext context) {
        super(context);
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return new Paths(path.getTriplePath(), input, execCxt);
    }

    private static final class Paths extends QueryIterRepeatApply {
        private final TriplePath path;
        private final Running running;

        Paths(TriplePath path, QueryIterator input, ExecutionContext context) {
            super(input, context);
            this.path = path;
            this.running = Running.of(context.getContext());
        }

        @Override
        protected QueryIterator nextStage(Binding binding) {
            ExecutionContext outer = getExecContext();
            ExecutionContext watched =
                    ExecutionContext.copyChangeActiveGraph(outer, new WatchedGraph(outer.getActiveGraph(), running));
            return PathLib.execTriplePath(binding, path, watched);
        }
    }
}
