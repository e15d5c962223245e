package io.musubi.indicator;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.model.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;

/** Computes on a graph store, each time in one transaction at one state. Safe for many threads. */
public final class GraphFigures {
    private final GraphStore graph;
    private final Duration time;
    private final Set<Calculation> running = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopped;

    /**
     * @param graph what is asked
     * @param time for each query
     */
    public GraphFigures(GraphStore graph, Duration time) {
        this.graph = graph;
        this.time = time;
    }

    /**
     * The numbers of {@code indicator} at the state that the graph shows now.
     *
     * @throws OverLimit when it takes too long or has too many rows
     */
    public Figures figures(Indicator indicator) {
        return read((calculation, state) -> calculation.figures(indicator, state));
    }

    /**
     * A page of the things that a number counts.
     *
     * @param state of the graph
     * @param all how many there are
     * @param page those of the page, in the order of their IRIs
     */
    public record Things(State state, int all, List<Value> page) {
        /** Takes an immutable copy. */
        public Things {
            page = List.copyOf(page);
        }
    }

    /**
     * The things that a number counts.
     *
     * @param bound the dimensions of the number's row; empty values are those that are not stated
     * @param from how many to pass over
     * @param most how many to give at most
     * @throws OverLimit when it takes too long
     */
    public Things things(Question question, String measure, Map<String, Optional<Node>> bound, int from, int most) {
        return read((calculation, state) -> {
            List<Node> all = calculation.things(question, measure, bound);
            List<Node> page = all.subList(Math.min(from, all.size()), Math.min(from + most, all.size()));
            return new Things(state, all.size(), calculation.named(page));
        });
    }

    /** The state that the graph shows now. */
    State state() {
        return graph.state();
    }

    private <T> T read(BiFunction<Calculation, State, T> task) {
        LeasedDataset dataset = graph.dataset();
        dataset.begin(TxnType.READ);
        Calculation calculation = new Calculation(dataset, time);
        running.add(calculation);
        try {
            if (isStopped) {
                calculation.stop();
            }
            return task.apply(calculation, dataset.state());
        } finally {
            running.remove(calculation);
            dataset.end();
        }
    }

    /** Stops what is being computed, and what will be. */
    void stop() {
        isStopped = true;
        running.forEach(Calculation::stop);
    }
}
