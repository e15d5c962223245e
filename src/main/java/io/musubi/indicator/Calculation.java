package io.musubi.indicator;

import io.musubi.model.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/**
 * Computes indicators on one dataset within one read transaction of its caller. The documents are the default graph,
 * the ontology is a named graph.
 */
public final class Calculation {
    /**
     * How long one query of an indicator may take in the background: nobody waits for it, and it is one of ours. At a
     * million records most take more than a minute.
     */
    public static final Duration TIME = Duration.ofMinutes(30);

    /** How long a list may take, for which somebody waits. */
    public static final Duration LIST_TIME = Duration.ofSeconds(30);

    /** How many rows a table may have: some hundred MB. A million records have 123,000 projects. */
    public static final int ROWS = 250_000;

    /** How many things may stand behind a number that is opened. */
    public static final int THINGS = 1_000_000;

    private final DatasetGraph dataset;
    private final Duration time;
    private final Names names;
    private volatile @Nullable QueryExec running;
    private volatile boolean isStopped;

    /**
     * @param dataset what is asked
     * @param time for each query
     */
    public Calculation(DatasetGraph dataset, Duration time) {
        this.dataset = dataset;
        this.time = time;
        this.names = new Names(dataset);
    }

    /**
     * The numbers.
     *
     * @param state of the graph that {@code dataset} shows
     * @throws OverLimit when it takes too long or has too many rows
     */
    public Figures figures(Indicator indicator, State state) {
        return switch (indicator.basis()) {
            case Question question -> counted(indicator, question, state);
            case ReferenceTable table -> stated(indicator, table, state);
        };
    }

    private Figures counted(Indicator indicator, Question question, State state) {
        List<String> all = indicator.dimensionNames();
        List<String> shown = IndicatorReader.grouping(
                indicator.chart().by(), indicator.chart().series());
        Suppression suppression = new Suppression(indicator.measures());
        List<Row> rows = rows(indicator, question.query(), all);
        Optional<Row> total = indicator.hasTotal()
                ? rows(indicator, question.by(List.of()), List.of()).stream().findFirst()
                : Optional.empty();
        List<Row> bars = shown.equals(all) ? rows : rows(indicator, question.by(shown), shown);
        return new Figures(indicator, state, suppression.apply(rows), total, suppression.apply(bars));
    }

    private Figures stated(Indicator indicator, ReferenceTable table, State state) {
        List<Row> rows = table.lines().stream()
                .map(line -> new Row(
                        IntStream.range(0, line.values().size())
                                .mapToObj(i -> value(
                                        indicator.dimensions().get(i),
                                        Optional.of(line.values().get(i))
                                                .filter(it -> !it.isEmpty())
                                                .map(NodeFactory::createLiteralString)))
                                .toList(),
                        line.cells()))
                .toList();
        return new Figures(indicator, state, rows, Optional.empty(), rows);
    }

    private List<Row> rows(Indicator indicator, Query query, List<String> by) {
        List<Dimension> dimensions =
                by.stream().flatMap(it -> indicator.dimension(it).stream()).toList();
        List<Row> rows = new ArrayList<>();
        try (QueryExec execution = execution(query)) {
            RowSet found = execution.select();
            while (found.hasNext()) {
                if (rows.size() == ROWS) {
                    throw OverLimit.rows(ROWS);
                }
                rows.add(row(indicator, dimensions, found.next()));
            }
        } catch (QueryCancelledException e) {
            throw OverLimit.time(time, e);
        }
        rows.sort(order(dimensions));
        return rows;
    }

    /** By the places that the folder gives its values; the sort is stable, so that the query's order holds within. */
    private static Comparator<Row> order(List<Dimension> dimensions) {
        Comparator<Row> order = Comparator.comparingInt(row -> 0);
        for (int i = 0; i < dimensions.size(); i++) {
            int at = i;
            Dimension dimension = dimensions.get(i);
            order = order.thenComparingInt(
                    row -> dimension.place(row.values().get(at).key()));
            if (i < dimensions.size() - 1) {
                order = order.thenComparing(row -> row.values().get(at).key());
            }
        }
        return order;
    }

    private Row row(Indicator indicator, List<Dimension> dimensions, Binding found) {
        List<Value> values = dimensions.stream()
                .map(it -> value(it, Optional.ofNullable(found.get(Var.alloc(it.name())))))
                .toList();
        List<Cell> cells = indicator.measures().stream()
                .map(it -> Cell.counted(number(found.get(Var.alloc(it.name())))))
                .toList();
        return new Row(values, cells);
    }

    private static long number(Node node) {
        return Long.parseLong(node.getLiteralLexicalForm());
    }

    private Value value(Dimension dimension, Optional<Node> node) {
        String key = node.map(Value::key).orElse("");
        return new Value(node, dimension.label(key).orElseGet(() -> names.of(node.orElseThrow())));
    }

    /**
     * The things that a number counts, in the order of their IRIs.
     *
     * @param bound the dimensions of the number's row; empty values are those that are not stated
     * @throws OverLimit when it takes too long or there are more than {@link #THINGS}
     */
    public List<Node> things(Question question, String measure, Map<String, Optional<Node>> bound) {
        Var thing = Var.alloc(question.thing(measure));
        try (QueryExec execution = execution(question.things(measure, bound))) {
            List<Node> things = execution.select().stream()
                    .limit(THINGS + 1L)
                    .map(it -> it.get(thing))
                    .toList();
            if (things.size() > THINGS) {
                throw OverLimit.rows(THINGS);
            }
            return things;
        } catch (QueryCancelledException e) {
            throw OverLimit.time(time, e);
        }
    }

    /** What things are called. */
    public List<Value> named(List<Node> things) {
        return things.stream()
                .map(it -> new Value(Optional.of(it), names.of(it)))
                .toList();
    }

    private QueryExec execution(Query query) {
        QueryExec execution = QueryExec.newBuilder()
                .dataset(dataset)
                .query(query)
                .timeout(time.toMillis(), TimeUnit.MILLISECONDS)
                .set(ARQ.httpServiceAllowed, false)
                .build();
        running = execution;
        if (isStopped) {
            execution.abort();
        }
        return execution;
    }

    /** Stops what is being computed, from another thread: it ends as if over its limit. */
    void stop() {
        isStopped = true;
        QueryExec now = running;
        if (now != null) {
            now.abort();
        }
    }
}
