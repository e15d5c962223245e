package io.musubi.web.sparql;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;

/** {@code CONCAT} that looks at the length before it makes the string: doubling nested thirty times fills any heap. */
final class CappedConcat extends ExprFunctionN {
    private final Running running;

    CappedConcat(ExprList args, Running running) {
        super("concat", args);
        this.running = running;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        int limit = running.limits().stringLength();
        long length = 0;
        for (NodeValue value : values) {
            length += value.asNode().isLiteral()
                    ? value.asNode().getLiteralLexicalForm().length()
                    : 0;
        }
        if (length > limit) {
            throw running.refuse(Refusals.string(limit));
        }
        return XSDFuncOp.strConcat(values);
    }

    @Override
    public Expr copy(ExprList newArgs) {
        return new CappedConcat(newArgs, running);
    }
}
