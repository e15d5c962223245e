package io.musubi.web.sparql;

import com.google.re2j.Pattern;
import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** {@code REGEX} (SPARQL 1.1 § 17.4.3.14) in linear time. */
final class RegexMatch extends ExprFunctionN {
    private final Running running;
    private final PatternMemory patterns = new PatternMemory();

    RegexMatch(ExprList args, Running running) {
        super("regex", args);
        this.running = running;
        patterns.prepare(args, 2);
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        String text =
                NodeValueOps.checkAndGetStringLiteral("REGEX", values.get(0)).getLiteralLexicalForm();
        Pattern pattern = patterns.pattern(running, values.get(1), values.size() > 2 ? values.get(2) : null);
        return NodeValue.booleanReturn(
                pattern.matcher(WatchedText.of(text, running)).find());
    }

    @Override
    public Expr copy(ExprList newArgs) {
        return new RegexMatch(newArgs, running);
    }
}
