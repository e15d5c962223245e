package io.musubi.web.sparql;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Datatype;
import org.apache.jena.sparql.expr.E_IsBlank;
import org.apache.jena.sparql.expr.E_IsIRI;
import org.apache.jena.sparql.expr.E_IsLiteral;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Wraps every function that makes a new value in {@link Watched}; what only looks at values stays as it is. */
final class WatchedFunctions extends ExprTransformCopy {
    private final Running running;

    WatchedFunctions(Running running) {
        this.running = running;
    }

    @Override
    public Expr transform(ExprFunction0 function) {
        return function;
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr arg) {
        Expr copy = super.transform(function, arg);
        return switch (function) {
            case E_Bound looks -> copy;
            case E_Datatype looks -> copy;
            case E_IsBlank looks -> copy;
            case E_IsIRI looks -> copy;
            case E_IsLiteral looks -> copy;
            case E_Lang looks -> copy;
            case E_LogicalNot looks -> copy;
            case E_Str looks -> copy;
            case Watched already -> copy;
            default -> new Watched(copy, running);
        };
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        Expr copy = super.transform(function, left, right);
        // Comparisons and logic have their sign; + - * / too, but those make values.
        boolean looks = function.getOpName() != null && "+-*/".indexOf(function.getOpName()) < 0;
        return looks ? copy : new Watched(copy, running);
    }

    @Override
    public Expr transform(ExprFunction3 function, Expr one, Expr two, Expr three) {
        return new Watched(super.transform(function, one, two, three), running);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList args) {
        return new Watched(super.transform(function, args), running);
    }

    @Override
    public Expr transform(ExprFunctionOp function, ExprList args, Op pattern) {
        return new Watched(super.transform(function, args, pattern), running);
    }
}
