package io.musubi.web.sparql;

import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

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

    @Override
    public Expr transform(ExprAggregator aggregate) {
        Aggregator old = aggregate.getAggregator();
        ExprList args = old.getExprList() == null ? new ExprList() : transform(old.getExprList());
        Aggregator inner = args.isEmpty() ? old : old.copy(args);
        return new ExprAggregator(
                aggregate.getVar(),
                switch (inner) {
                    case AggGroupConcatDistinct concat -> new Distinct(concat);
                    case AggGroupConcat concat -> new All(concat);
                    case AggCustom custom -> throw running.refuse(Refusals.function(String.valueOf(custom.getIRI())));
                    default -> inner;
                });
    }

    private ExprList transform(ExprList list) {
        return new ExprList(list.getList().stream()
                .map(expr -> ExprTransformer.transform(this, expr))
                .toList());
    }

    private static String separator(@org.jspecify.annotations.Nullable String given) {
        return given == null ? " " : given;
    }

    private final class All extends AggGroupConcat {
        All(AggGroupConcat old) {
            super(old.getExprList().get(0), separator(old.getSeparator()));
        }

        @Override
        public Accumulator createAccumulator() {
            return new CappedGroupConcat(getExprList().get(0), false, getSeparator(), running);
        }

        @Override
        public Aggregator copy(ExprList args) {
            return new All(new AggGroupConcat(args.get(0), getSeparator()));
        }
    }

    private final class Distinct extends AggGroupConcatDistinct {
        Distinct(AggGroupConcatDistinct old) {
            super(old.getExprList().get(0), separator(old.getSeparator()));
        }

        @Override
        public Accumulator createAccumulator() {
            return new CappedGroupConcat(getExprList().get(0), true, getSeparator(), running);
        }

        @Override
        public Aggregator copy(ExprList args) {
            return new Distinct(new AggGroupConcatDistinct(args.get(0), getSeparator()));
        }
    }
}
