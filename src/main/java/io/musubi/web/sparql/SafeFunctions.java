package io.musubi.web.sparql;

import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.vocabulary.XSD;

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
            case E_Function cast
            when cast.getFunctionIRI().startsWith(XSD.NS) -> super.transform(function, shortened(args));
            default -> super.transform(function, args);
        };
    }

    private ExprList shortened(ExprList args) {
        ExprList texts = new ExprList();
        args.forEach(arg -> texts.add(new ShortText(arg, running)));
        return texts;
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        Expr safe = function instanceof E_StrDatatype ? new ShortText(left, running) : left;
        return super.transform(function, safe, right);
    }
}
