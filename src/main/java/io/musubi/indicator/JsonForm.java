package io.musubi.indicator;

import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Indicators and their numbers as the maps and lists of which JSON is made; both languages side by side. */
public final class JsonForm {
    private JsonForm() {}

    /** What an indicator is. */
    public static Map<String, Object> of(Indicator indicator) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", indicator.id());
        out.put("title", text(indicator.title()));
        out.put("definition", text(indicator.definition()));
        out.put("counted", text(indicator.counted()));
        out.put("date", text(indicator.date()));
        out.put("caveats", indicator.caveats().stream().map(JsonForm::text).toList());
        out.put(
                "dimensions",
                indicator.dimensions().stream()
                        .map(it -> named(it.name(), it.label()))
                        .toList());
        out.put("measures", indicator.measures().stream().map(JsonForm::measure).toList());
        out.put("shares", indicator.shares().stream().map(JsonForm::share).toList());
        indicator.reference().ifPresent(it -> out.put("reference", reference(it)));
        indicator.question().ifPresent(it -> out.put("query", it.text()));
        return out;
    }

    private static Map<String, Object> named(String name, Text label) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", name);
        out.put("label", text(label));
        return out;
    }

    private static Map<String, Object> measure(Measure measure) {
        Map<String, Object> out = named(measure.name(), measure.label());
        out.put("unit", text(measure.unit()));
        return out;
    }

    private static Map<String, Object> share(Share share) {
        Map<String, Object> out = named(share.name(), share.label());
        out.put("numerator", share.numerator());
        out.put("denominator", share.denominator());
        share.unknown().ifPresent(it -> out.put("unknown", it));
        return out;
    }

    private static Map<String, Object> reference(Reference reference) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("title", text(reference.title()));
        out.put("date", reference.date());
        reference.address().ifPresent(it -> out.put("address", it));
        return out;
    }

    /** The indicator with its numbers, its state and date. */
    public static Map<String, Object> of(Figures figures) {
        Map<String, Object> out = of(figures.indicator());
        out.put("state", figures.state().id());
        out.put("asOf", figures.asOf().toString());
        figures.total().ifPresent(it -> out.put("total", numbers(figures, it)));
        List<Object> rows = new ArrayList<>();
        figures.rows().forEach(row -> rows.add(row(figures, row)));
        out.put("rows", rows);
        return out;
    }

    private static Map<String, Object> row(Figures figures, Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Dimension> dimensions = figures.indicator().dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put(
                    "value",
                    row.values().get(i).node().isPresent() ? row.values().get(i).key() : null);
            value.put("label", text(row.values().get(i).label()));
            values.put(dimensions.get(i).name(), value);
        }
        Map<String, Object> out = new LinkedHashMap<>(Map.of("values", values));
        out.putAll(numbers(figures, row));
        return out;
    }

    private static Map<String, Object> numbers(Figures figures, Row row) {
        Map<String, Object> measures = new LinkedHashMap<>();
        List<Measure> all = figures.indicator().measures();
        for (int i = 0; i < all.size(); i++) {
            Cell cell = row.cells().get(i);
            measures.put(
                    all.get(i).name(),
                    cell.number().isPresent()
                            ? cell.number().getAsLong()
                            : cell.status().word());
        }
        Map<String, Object> shares = new LinkedHashMap<>();
        figures.rates(row)
                .forEach(it -> shares.put(it.share().name(), it.percent().orElse(null)));
        Map<String, Object> out = new LinkedHashMap<>(Map.of("measures", measures));
        if (!shares.isEmpty()) {
            out.put("percent", shares);
        }
        return out;
    }

    /** A list of things. */
    public static List<Map<String, Object>> of(List<Value> things) {
        return things.stream()
                .map(it -> {
                    Map<String, Object> out = new LinkedHashMap<>();
                    out.put("iri", it.key());
                    out.put("name", text(it.label()));
                    return out;
                })
                .toList();
    }

    /** A text in both languages. */
    public static Map<String, String> text(Text text) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("ja", text.ja());
        out.put("en", text.en());
        return out;
    }
}
