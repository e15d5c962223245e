package io.musubi.web.sparql;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.util.Context;

/**
 * Jena's optimiser with our own steps around it. Before: what could read elsewhere or run away is refused or replaced,
 * since the optimiser may already evaluate it. After: every value made is watched; earlier this would hide the
 * expressions from the optimiser.
 */
final class Rewriting implements Rewrite {
    private final Context context;

    Rewriting(Context context) {
        this.context = context;
    }

    @Override
    public Op rewrite(Op op) {
        Running running = Running.of(context);
        Op closed = Transformer.transform(new Closed(running), new SafeFunctions(running), op);
        Op optimised = Optimize.stdOptimizationFactory.create(context).rewrite(closed);
        return Transformer.transform(new TransformCopy(), new WatchedFunctions(running), optimised);
    }

    /** Refuses what asks another server. */
    private static final class Closed extends TransformCopy {
        private final Running running;

        Closed(Running running) {
            this.running = running;
        }

        @Override
        public Op transform(OpService service, Op inner) {
            throw running.refuse(Refusals.service());
        }

        @Override
        public Op transform(OpPropFunc function, Op inner) {
            throw running.refuse(Refusals.function(function.getProperty().getURI()));
        }
    }
}
