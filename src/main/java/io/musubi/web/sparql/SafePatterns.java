package io.musubi.web.sparql;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.jspecify.annotations.Nullable;

/** Refuses what asks another server, and puts our own GROUP_CONCAT in the place of the one that grows. */
final class SafePatterns extends TransformCopy {
    private final Running running;

    SafePatterns(Running running) {
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

    @Override
    public Op transform(OpGroup group, Op inner) {
        List<ExprAggregator> aggregates = group.getAggregators().stream()
                .map(old -> new ExprAggregator(old.getVar(), safe(old.getAggregator())))
                .toList();
        return OpGroup.create(inner, group.getGroupVars(), aggregates);
    }

    private Aggregator safe(Aggregator old) {
        return switch (old) {
            case AggGroupConcatDistinct concat -> new Distinct(concat);
            case AggGroupConcat concat -> new All(concat);
            default -> old;
        };
    }

    private static String separator(@Nullable String given) {
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
