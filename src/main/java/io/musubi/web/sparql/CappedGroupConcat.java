package io.musubi.web.sparql;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.function.FunctionEnv;

/** Gathers a {@code GROUP_CONCAT} of limited length. */
final class CappedGroupConcat extends AccumulatorExpr {
    private final String separator;
    private final Running running;
    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    CappedGroupConcat(Expr expr, boolean distinct, String separator, Running running) {
        super(expr, distinct);
        this.separator = separator;
        this.running = running;
    }

    @Override
    protected void accumulate(NodeValue value, Binding binding, FunctionEnv env) {
        if (!first) {
            text.append(separator);
        }
        first = false;
        text.append(value.asString());
        int limit = running.limits().stringLength();
        if (text.length() > limit) {
            throw running.refuse(Refusals.string(limit));
        }
    }

    @Override
    protected void accumulateError(Binding binding, FunctionEnv env) {
        // An unbound or wrong value makes the whole aggregate an error, as AccumulatorExpr counts by itself.
    }

    @Override
    protected NodeValue getAccValue() {
        return NodeValue.makeString(text.toString());
    }
}
