package io.musubi.web.sparql;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** {@code REPLACE} (SPARQL 1.1 § 17.4.3.15) in linear time and of limited length. */
final class RegexReplace extends ExprFunctionN {
    private final Running running;
    private final PatternMemory patterns = new PatternMemory();

    RegexReplace(ExprList args, Running running) {
        super("replace", args);
        this.running = running;
        patterns.prepare(args, 3);
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        Node node = NodeValueOps.checkAndGetStringLiteral("REPLACE", values.get(0));
        Pattern pattern = patterns.pattern(running, values.get(1), values.size() > 3 ? values.get(3) : null);
        String by =
                NodeValueOps.checkAndGetStringLiteral("REPLACE", values.get(2)).getLiteralLexicalForm();
        String text = node.getLiteralLexicalForm();
        String result = replace(pattern, text, by);
        return result.equals(text)
                ? values.get(0)
                : NodeValue.makeNode(
                        NodeFactory.createLiteral(result, node.getLiteralLanguage(), node.getLiteralDatatype()));
    }

    private String replace(Pattern pattern, String text, String by) {
        int limit = running.limits().stringLength();
        if (by.length() > limit) {
            throw running.refuse(Refusals.string(limit));
        }
        Matcher matcher = pattern.matcher(WatchedText.of(text, running));
        StringBuilder out = new StringBuilder();
        try {
            boolean first = true;
            while (matcher.find()) {
                running.check();
                // Like Jena: of matches of nothing, only one at the start counts.
                if (first || matcher.start() != matcher.end()) {
                    append(matcher, out, by, limit);
                }
                first = false;
            }
            matcher.appendTail(out);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: " + e.getMessage());
        }
        return out.toString();
    }

    private void append(Matcher matcher, StringBuilder out, String by, int limit) {
        // Each reference to a group gives at most the whole match.
        long references = by.chars().filter(c -> c == '$').count();
        long worst = by.length() + references * (matcher.end() - matcher.start());
        if (worst > 8L * limit) {
            throw running.refuse(Refusals.string(limit));
        }
        matcher.appendReplacement(out, by);
        if (out.length() > limit) {
            throw running.refuse(Refusals.string(limit));
        }
    }

    @Override
    public Expr copy(ExprList newArgs) {
        return new RegexReplace(newArgs, running);
    }
}
