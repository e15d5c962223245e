package io.musubi.web.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A graph that looks, at every triple found, whether the query is to stop. */
final class WatchedGraph extends GraphWrapper {
    private final Running running;

    WatchedGraph(Graph graph, Running running) {
        super(graph);
        this.running = running;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return watch(super.find(pattern));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        return watch(super.find(subject, predicate, object));
    }

    @Override
    public ExtendedIterator<Triple> find() {
        return watch(super.find());
    }

    private ExtendedIterator<Triple> watch(ExtendedIterator<Triple> found) {
        running.check();
        return new WrappedIterator<>(found) {
            @Override
            public Triple next() {
                running.check();
                return super.next();
            }
        };
    }
}
