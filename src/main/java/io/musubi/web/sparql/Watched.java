package io.musubi.web.sparql;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** An expression whose every value is looked at: not too long, and its query not to stop. */
final class Watched extends ExprFunction1 {
    /** Of a number, or of the text of any other typed value. */
    static final int MOST_DIGITS = 10_000;

    private final Running running;

    Watched(Expr inner, Running running) {
        super(inner, "watched");
        this.running = running;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        running.check();
        if (digits(value) > MOST_DIGITS) {
            throw running.refuse(Refusals.string(MOST_DIGITS));
        }
        int limit = running.limits().stringLength();
        if (length(value) > limit) {
            throw running.refuse(Refusals.string(limit));
        }
        return value;
    }

    /** About how many digits a number has: squaring forty times makes a trillion. */
    private static long digits(NodeValue value) {
        if (value.isInteger()) {
            return value.getInteger().bitLength() / 3;
        }
        if (value.isDecimal()) {
            return value.getDecimal().unscaledValue().bitLength() / 3
                    + (long) Math.abs(value.getDecimal().scale());
        }
        return 0;
    }

    private static long length(NodeValue value) {
        if (value.isString()) {
            return value.getString().length();
        }
        if (value.hasNode() && value.getNode().isLiteral()) {
            return value.getNode().getLiteralLexicalForm().length();
        }
        return value.hasNode() && value.getNode().isURI()
                ? value.getNode().getURI().length()
                : 0;
    }

    @Override
    public Expr copy(Expr inner) {
        return new Watched(inner, running);
    }
}
