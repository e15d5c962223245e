package io.musubi.web.sparql;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * A text that is about to be read as a number, a date or another typed value: reading a million digits takes time by
 * their square, and nothing stops it.
 */
final class ShortText extends ExprFunction1 {
    private final Running running;

    ShortText(Expr inner, Running running) {
        super(inner, "short");
        this.running = running;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        if (value.isString() && value.getString().length() > Watched.MOST_DIGITS) {
            throw running.refuse(Refusals.string(Watched.MOST_DIGITS));
        }
        return value;
    }

    @Override
    public Expr copy(Expr inner) {
        return new ShortText(inner, running);
    }
}
