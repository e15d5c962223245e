package io.musubi.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.SortCondition;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * An indicator's query. Every number in it is a {@code COUNT(DISTINCT ?thing)} for each group of dimensions; from that
 * form follow, without a second query to keep in step, the totals, the groups of a chart, and for each number the list
 * of the things that were counted: the same pattern, with the dimensions of the row bound.
 */
public final class Question implements Basis {
    private final String text;
    private final Query query;
    private final List<String> dimensions;
    private final Map<String, String> counted = new LinkedHashMap<>();

    private Question(String text, Query query) {
        this.text = text;
        this.query = query;
        this.dimensions =
                query.getGroupBy().getVars().stream().map(Var::getVarName).toList();
    }

    /**
     * Reads a query.
     *
     * @param place where it stands, for messages
     * @throws IllegalArgumentException when it is no SPARQL 1.1, or has another form than {@code SELECT ?dimension …
     *     (COUNT(DISTINCT ?thing) AS ?measure) … WHERE {…} GROUP BY ?dimension … ORDER BY …}
     */
    static Question of(String place, String text) {
        Query query;
        try {
            query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            throw new IllegalArgumentException(place + ": expected a SPARQL 1.1 query, found: " + e.getMessage(), e);
        }
        Question question = new Question(text, query);
        question.check(place);
        return question;
    }

    private void check(String place) {
        if (!query.isSelectType()
                || query.hasLimit()
                || query.hasOffset()
                || query.hasHaving()
                || query.hasDatasetDescription()) {
            throw wrong(
                    place, "a SELECT on the default graph without LIMIT, OFFSET and HAVING", "another kind of query");
        }
        for (Map.Entry<Var, Expr> grouped : query.getGroupBy().getExprs().entrySet()) {
            throw wrong(place, "plain variables in GROUP BY (use BIND)", "an expression as " + grouped.getKey());
        }
        VarExprList project = query.getProject();
        for (Var var : project.getVars()) {
            Expr expression = project.getExpr(var);
            if (expression != null) {
                counted.put(var.getVarName(), counted(place, var, expression));
            }
        }
        if (!project.getVars().containsAll(query.getGroupBy().getVars())) {
            throw wrong(place, "every variable of GROUP BY in SELECT", String.join(", ", dimensions));
        }
    }

    private static String counted(String place, Var var, Expr expression) {
        if (expression instanceof ExprAggregator aggregator
                && aggregator.getAggregator() instanceof AggCountVarDistinct count
                && count.getExprList().get(0) instanceof ExprVar thing) {
            return thing.getVarName();
        }
        throw wrong(place, "(COUNT(DISTINCT ?thing) AS " + var + ")", expression.toString());
    }

    private static IllegalArgumentException wrong(String place, String expected, String found) {
        return new IllegalArgumentException(place + ": expected " + expected + ", found " + found);
    }

    /** The query as it was written. */
    public String text() {
        return text;
    }

    List<String> dimensions() {
        return dimensions;
    }

    List<String> measures() {
        return List.copyOf(counted.keySet());
    }

    Query query() {
        return query;
    }

    /** The same numbers by some of the dimensions only; by none, the totals. Each thing still counts once. */
    Query by(List<String> some) {
        Query by = start();
        for (String dimension : some) {
            by.addResultVar(dimension);
            by.addGroupBy(dimension);
        }
        counted.forEach((measure, thing) ->
                by.addResultVar(Var.alloc(measure), by.allocAggregate(new AggCountVarDistinct(new ExprVar(thing)))));
        by.setQueryPattern(query.getQueryPattern());
        if (!some.isEmpty() && query.getOrderBy() != null) {
            query.getOrderBy().stream().filter(it -> isOf(it, some)).forEach(by::addOrderBy);
        }
        return by;
    }

    private static boolean isOf(SortCondition order, List<String> some) {
        return order.getExpression().getVarsMentioned().stream().allMatch(it -> some.contains(it.getVarName()));
    }

    /** The variable of the things that {@code measure} counts. */
    String thing(String measure) {
        String thing = counted.get(measure);
        if (thing == null) {
            throw new IllegalArgumentException("No measure '" + measure + "'; there are " + counted.keySet());
        }
        return thing;
    }

    /**
     * The things that a number counts, in the order of their IRIs.
     *
     * @param measure whose number it is
     * @param bound the dimensions of its row; an empty value is one that is not stated
     */
    public Query things(String measure, Map<String, Optional<Node>> bound) {
        String thing = thing(measure);
        // Filters and no VALUES: joined with VALUES, a row whose dimension is unbound would fit every value.
        ElementGroup group = new ElementGroup();
        group.addElement(query.getQueryPattern());
        bound.forEach((name, node) -> group.addElement(new ElementFilter(is(new ExprVar(name), node))));
        group.addElement(new ElementFilter(new E_Bound(new ExprVar(thing))));
        Query things = start();
        things.setDistinct(true);
        things.addResultVar(thing);
        things.setQueryPattern(group);
        things.addOrderBy(thing, Query.ORDER_ASCENDING);
        return things;
    }

    private static Expr is(ExprVar dimension, Optional<Node> node) {
        return node.isPresent()
                ? new E_SameTerm(dimension, NodeValue.makeNode(node.get()))
                : new E_LogicalNot(new E_Bound(dimension));
    }

    private Query start() {
        Query start = QueryFactory.make();
        start.setQuerySelectType();
        start.setPrefixMapping(query.getPrefixMapping());
        return start;
    }
}
