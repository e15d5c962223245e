package io.musubi.web.sparql;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
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
        Op closed = Transformer.transform(new SafePatterns(running), new SafeFunctions(running), op);
        Op optimised = Optimize.stdOptimizationFactory.create(context).rewrite(closed);
        return Transformer.transform(new TransformCopy(), new WatchedFunctions(running), optimised);
    }
}
