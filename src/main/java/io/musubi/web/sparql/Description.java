package io.musubi.web.sparql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;

/** The answer of DESCRIBE: what is said of each thing and of its parts, as in its document. */
final class Description {
    private final Graph source;
    private final Running running;
    private final Graph result = GraphFactory.createDefaultGraph();
    private final Set<Node> seen = new HashSet<>();

    private Description(Graph source, Running running) {
        this.source = source;
        this.running = running;
    }

    static Graph of(Query query, DatasetGraph dataset, Running running, QueryRoom room) {
        Description description = new Description(dataset.getDefaultGraph(), running);
        description.result.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        for (Node node : things(query, dataset, running, room)) {
            description.describe(node);
        }
        return description.result;
    }

    private static Set<Node> things(Query query, DatasetGraph dataset, Running running, QueryRoom room) {
        Set<Node> things = new LinkedHashSet<>(query.getResultURIs());
        if (query.getQueryPattern() != null) {
            Query select = query.cloneQuery();
            select.setQuerySelectType();
            try (QueryExec execution = room.execution(select, dataset, running)) {
                RowSet rows = new CountedRows(execution.select(), running);
                while (rows.hasNext()) {
                    Binding row = rows.next();
                    for (Var var : rows.getResultVars()) {
                        if (row.contains(var)) {
                            things.add(row.get(var));
                        }
                    }
                }
            }
        }
        return things;
    }

    private void describe(Node thing) {
        Deque<Node> open = new ArrayDeque<>();
        open.add(thing);
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (node.isLiteral() || !seen.add(node)) {
                continue;
            }
            ExtendedIterator<Triple> found = source.find(node, Node.ANY, Node.ANY);
            while (found.hasNext()) {
                running.check();
                Triple triple = found.next();
                add(triple);
                if (isPart(thing, triple.getObject())) {
                    open.add(triple.getObject());
                }
            }
        }
    }

    private void add(Triple triple) {
        result.add(triple);
        int limit = running.limits().triples();
        if (result.size() > limit) {
            throw running.refuse(Refusals.size("triples", limit));
        }
    }

    private static boolean isPart(Node thing, Node other) {
        return other.isBlank()
                || (thing.isURI() && other.isURI() && other.getURI().startsWith(thing.getURI() + "#"));
    }
}
