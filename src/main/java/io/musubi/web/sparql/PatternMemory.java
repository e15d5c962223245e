package io.musubi.web.sparql;

import com.google.re2j.Pattern;
import io.musubi.web.http.ProblemException;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/** The pattern last used in one place of a query, so that a constant one is compiled once. */
final class PatternMemory {
    private String lastText = "";
    private String lastFlags = "";
    private @Nullable Pattern last;

    /** Compiles now when the pattern (the second argument) and the flags (at {@code flags}, if given) are constants. */
    void prepare(ExprList args, int flags) {
        Expr pattern = args.get(1);
        boolean fixed = args.size() <= flags || args.get(flags).isConstant();
        if (pattern.isConstant() && pattern.getConstant().isString() && fixed) {
            NodeValue constantFlags =
                    args.size() <= flags ? null : args.get(flags).getConstant();
            compile(pattern.getConstant().getString(), text(constantFlags));
        }
    }

    /** The compiled pattern; stops the query when there can be none. */
    Pattern pattern(Running running, NodeValue pattern, @Nullable NodeValue flags) {
        try {
            return compile(text(pattern), text(flags));
        } catch (ProblemException e) {
            throw running.refuse(e.problem());
        }
    }

    private Pattern compile(String text, String flags) {
        Pattern known = last;
        if (known == null || !text.equals(lastText) || !flags.equals(lastFlags)) {
            known = LinearRegex.compile(text, flags);
            last = known;
            lastText = text;
            lastFlags = flags;
        }
        return known;
    }

    private static String text(@Nullable NodeValue value) {
        return value == null
                ? ""
                : NodeValueOps.checkAndGetStringLiteral("REGEX", value).getLiteralLexicalForm();
    }
}
