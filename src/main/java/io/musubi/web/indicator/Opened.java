package io.musubi.web.indicator;

import io.musubi.indicator.Cell;
import io.musubi.indicator.Dimension;
import io.musubi.indicator.Figures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.Measure;
import io.musubi.indicator.Row;
import io.musubi.indicator.Value;
import io.musubi.model.Text;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problem;
import io.musubi.web.http.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * A number that somebody opened: {@code ?records=measure&dimension=value…}; an empty value is one that is not stated,
 * and without some of the dimensions it is the number of all their values together.
 *
 * @param measure whose number
 * @param by the dimensions that are bound
 * @param values what they are bound to
 */
record Opened(Measure measure, List<Dimension> by, List<Value> values) {
    /** Reads the parameters of a request; 404 where no such number is shown, 403 where it is not shown on purpose. */
    static Opened of(Exchange exchange, Figures figures) {
        Indicator indicator = figures.indicator();
        String asked = exchange.query().first("records").orElse("");
        Measure measure = indicator
                .measure(asked)
                .orElseThrow(() -> noSuch(
                        "records",
                        asked,
                        indicator.measures().stream().map(Measure::name).collect(Collectors.joining(", "))));
        List<Dimension> by = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (Dimension dimension : indicator.dimensions()) {
            exchange.query().first(dimension.name()).ifPresent(key -> {
                by.add(dimension);
                values.add(value(figures, dimension, key));
            });
        }
        Opened opened = new Opened(measure, by, values);
        if (measure.isPersons() && !opened.isShown(figures)) {
            throw hidden();
        }
        return opened;
    }

    private static Value value(Figures figures, Dimension dimension, String key) {
        int at = figures.indicator().dimensions().indexOf(dimension);
        return figures.rows().stream()
                .map(row -> row.values().get(at))
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> noSuch(dimension.name(), key, "…"));
    }

    private static RuntimeException noSuch(String parameter, String found, String expected) {
        return Problem.of(
                        404,
                        "no-such-number",
                        new Text("この数はありません", "No such number"),
                        new Text(
                                "パラメーター " + parameter + " の値「" + found + "」は表にありません（使えるもの: " + expected
                                        + "）。指標のページの数からお開きください。",
                                "The table has no '" + found + "' for the parameter " + parameter + " (expected: "
                                        + expected + "). Open numbers from the page of the indicator."))
                .exception();
    }

    private static RuntimeException hidden() {
        return Problem.of(
                        403,
                        "suppressed",
                        new Text("この数は公開していません", "This number is not shown"),
                        new Text(
                                "人数が少なく個人が推測されるおそれがあるため、内訳は公開していません。",
                                "So few persons stand behind it that they could be recognised."))
                .exception();
    }

    /** Of persons only what the table or the chart shows may be opened. */
    private boolean isShown(Figures figures) {
        int at = figures.indicator().index(measure.name());
        return Stream.of(
                        figures.rows(), figures.bars(), figures.total().stream().toList())
                .flatMap(List::stream)
                .filter(row -> keys(row).equals(values.stream().map(Value::key).toList()))
                .map(row -> row.cells().get(at))
                .anyMatch(it -> it.status() != Cell.Status.SUPPRESSED);
    }

    private static List<String> keys(Row row) {
        return row.values().stream().map(Value::key).toList();
    }

    /** The dimensions as a question takes them. */
    Map<String, Optional<Node>> bound() {
        Map<String, Optional<Node>> bound = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            bound.put(by.get(i).name(), values.get(i).node());
        }
        return bound;
    }

    /** The page asked for, from 1. */
    static int page(Exchange exchange) {
        String page = exchange.query().first("page").orElse("1");
        if (!page.matches("[1-9][0-9]{0,5}")) {
            throw Problems.badRequest(
                            new Text("パラメーター page は1からの整数です。", "The parameter 'page' must be a whole number from 1."))
                    .exception();
        }
        return Integer.parseInt(page);
    }
}
