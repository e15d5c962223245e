package io.musubi.text.sparql;

import io.musubi.text.Match;
import io.musubi.text.Matching;
import io.musubi.text.SearchTimeException;
import io.musubi.text.TextStore;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.apache.jena.sparql.util.Symbol;

/**
 * {@code ?s text:query "words"} and {@code (?s ?score) text:query (property "words" limit "lang:ja")}, as of jena-text:
 * things that match, best first. The words are a reader's, not Lucene's syntax. Where it stands among the other patterns
 * changes nothing but the speed: the limit counts matches, whether {@code ?s} is known before or not.
 *
 * <p>The index may be at another state than the graph that the query sees; only things are given that this graph knows.
 */
final class TextQuery extends PropertyFunctionEval {
    /** What this query has asked the index before: a pattern may be evaluated once for each row. */
    private static final Symbol ASKED = Symbol.create("https://w3id.org/musubi/text-asked");

    private static final int MOST_REMEMBERED = 50;

    private final TextStore text;

    TextQuery(TextStore text) {
        super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
        this.text = text;
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        List<Node> asked = subject.isList() ? subject.getArgList() : List.of(subject.getArg());
        if (asked.isEmpty() || asked.size() > 2) {
            throw Arguments.wrong("found " + asked.size() + " results asked for");
        }
        stopIfCancelled(context);
        Map<Node, Float> scores = scores(Arguments.read(object), context);
        Node thing = asked.getFirst();
        Stream<Map.Entry<Node, Float>> matches = thing.isVariable()
                ? scores.entrySet().stream()
                : Stream.ofNullable(scores.get(thing)).map(score -> Map.entry(thing, score));
        Graph graph = context.getActiveGraph();
        Iterator<Binding> rows = matches.peek(match -> stopIfCancelled(context))
                .filter(match -> graph.contains(match.getKey(), Node.ANY, Node.ANY))
                .map(match -> row(binding, asked, match))
                .flatMap(Optional::stream)
                .iterator();
        return QueryIterPlainWrapper.create(rows, context);
    }

    private static void stopIfCancelled(ExecutionContext context) {
        if (isCancelled(context)) {
            throw new QueryCancelledException();
        }
    }

    private static boolean isCancelled(ExecutionContext context) {
        AtomicBoolean signal = context.getCancelSignal();
        return signal != null && signal.get();
    }

    private Map<Node, Float> scores(Matching matching, ExecutionContext context) {
        Map<Matching, Map<Node, Float>> known = context.getContext().get(ASKED);
        if (known == null) {
            known = new HashMap<>();
            context.getContext().put(ASKED, known);
        }
        Map<Node, Float> scores = known.get(matching);
        if (scores == null) {
            scores = new LinkedHashMap<>();
            for (Match match : matches(matching, context)) {
                scores.put(NodeFactory.createURI(match.iri()), match.score());
            }
            if (known.size() < MOST_REMEMBERED) {
                known.put(matching, scores);
            }
        }
        return scores;
    }

    private List<Match> matches(Matching matching, ExecutionContext context) {
        try {
            return text.matches(matching, () -> isCancelled(context));
        } catch (SearchTimeException e) {
            throw new QueryCancelledException();
        }
    }

    private static Optional<Binding> row(Binding before, List<Node> asked, Map.Entry<Node, Float> match) {
        Optional<Binding> row = bind(Optional.of(before), asked.getFirst(), match.getKey());
        return asked.size() == 1
                ? row
                : bind(row, asked.get(1), NodeValue.makeFloat(match.getValue()).asNode());
    }

    /** The row with one value more; none where it has another already. */
    private static Optional<Binding> bind(Optional<Binding> row, Node asked, Node value) {
        if (!asked.isVariable()) {
            return row.filter(it -> Objects.equals(asked, value));
        }
        return row.map(it -> BindingFactory.binding(it, Var.alloc(asked), value));
    }
}
