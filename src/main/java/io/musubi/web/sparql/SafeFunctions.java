package io.musubi.web.sparql;

import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Puts our own evaluation in the place of functions that backtrack or grow, and refuses unknown ones. */
final class SafeFunctions extends ExprTransformCopy {
    private final Running running;

    SafeFunctions(Running running) {
        this.running = running;
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList args) {
        return switch (function) {
            case E_Regex regex -> new RegexMatch(args, running);
            case E_StrReplace replace -> new RegexReplace(args, running);
            case E_StrConcat concat -> new CappedConcat(args, running);
            case E_Function named
            when !Functions.REGISTRY.isRegistered(named.getFunctionIRI()) ->
                throw running.refuse(Refusals.function(named.getFunctionIRI()));
            default -> super.transform(function, args);
        };
    }
}
