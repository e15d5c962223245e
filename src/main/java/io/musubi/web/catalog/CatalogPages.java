package io.musubi.web.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.model.Hash;
import io.musubi.model.State;
import io.musubi.model.Text;
import io.musubi.publish.Catalogues;
import io.musubi.publish.Cursor;
import io.musubi.publish.Report;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Accept;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Labels;
import io.musubi.web.page.Pages;
import io.musubi.web.page.Prefixes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What people read of the catalogues, and the report in both its forms. */
final class CatalogPages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Accept.Offer<Boolean>> AS_HTML = List.of(
            new Accept.Offer<>(false, List.of("application/json"), List.of("json")),
            new Accept.Offer<>(true, List.of("text/html", "application/xhtml+xml"), List.of("html")));

    private final String base;
    private final Journal journal;
    private final Catalogues catalogues;
    private final Labels labels;
    private final Addresses addresses;

    CatalogPages(String base, Journal journal, Catalogues catalogues, Labels labels, Addresses addresses) {
        this.base = base;
        this.journal = journal;
        this.catalogues = catalogues;
        this.labels = labels;
        this.addresses = addresses;
    }

    /**
     * A source as its row shows it.
     *
     * @param path below the base
     * @param name its title
     * @param datasets how many it lists
     */
    public record Source(String path, String name, long datasets) {}

    /** The page that explains the catalogues to harvesters. */
    void explain(Exchange exchange) throws IOException {
        State state;
        Map<String, Long> counts;
        try (Snapshot snapshot = journal.snapshot()) {
            state = snapshot.state();
            counts = catalogues.sources(snapshot);
        }
        String form = "catalog" + exchange.language();
        if (Conditional.isKnown(exchange.request(), exchange.response(), state, form)) {
            return;
        }
        Conditional.mark(exchange.response(), state, form);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("sources", sources(counts, exchange.language()));
        model.put("total", catalogues.total());
        model.put("syntaxes", Syntax.values());
        model.put("time", state.time().toString());
        model.put("entries", Catalogues.ENTRIES);
        model.put("base", base);
        Pages.send(exchange, state, "catalog/catalog", model);
    }

    private List<Source> sources(Map<String, Long> counts, String language) {
        Map<Node, String> names =
                labels.of(counts.keySet().stream().map(NodeFactory::createURI).collect(Collectors.toSet()), language);
        List<Source> sources = new ArrayList<>();
        counts.forEach((iri, datasets) -> sources.add(new Source(
                iri.substring(base.length()), names.getOrDefault(NodeFactory.createURI(iri), iri), datasets)));
        return sources;
    }

    /** What is missing in a catalogue: JSON where nobody asks for a page. */
    void report(Exchange exchange, String catalogue, Cursor cursor) throws IOException {
        boolean html = exchange.choose(AS_HTML)
                .orElseThrow(() ->
                        Problems.notAcceptable("application/json, text/html").exception());
        String form = "report" + html + exchange.language()
                + Hash.of(exchange.path() + "?" + exchange.request().getQueryString())
                        .shortHex();
        if (Conditional.isKnown(exchange.request(), exchange.response(), journal.state(), form)) {
            return;
        }
        Report report = catalogues.report(catalogue, cursor);
        Conditional.mark(exchange.response(), report.state(), form);
        report.next()
                .ifPresent(it ->
                        exchange.response().addHeader("Link", "<" + addresses.query(exchange, it) + ">; rel=\"next\""));
        if (html) {
            Pages.send(exchange, report.state(), "catalog/report", model(exchange, catalogue, report));
        } else {
            exchange.send(
                    "application/json",
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(exchange, catalogue, report)));
        }
    }

    private Map<String, Object> json(Exchange exchange, String catalogue, Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("catalogue", catalogue);
        json.put("state", report.state().id());
        json.put("datasets", report.total());
        json.put("looked", report.looked());
        json.put("missing", report.missing().stream().map(CatalogPages::json).toList());
        json.put(
                "recommended", report.advised().stream().map(CatalogPages::json).toList());
        report.next().ifPresent(it -> json.put("next", addresses.query(exchange, it)));
        return json;
    }

    private static Map<String, Object> json(Report.Gap gap) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("node", gap.node());
        json.put("property", gap.property());
        json.put("rule", gap.rule());
        json.put("message", json(gap.message()));
        return json;
    }

    private static Map<String, Object> json(Report.Advice advice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("property", advice.property());
        json.put("rule", advice.rule());
        json.put("message", json(advice.message()));
        json.put("times", advice.times());
        return json;
    }

    private static Map<String, String> json(Text text) {
        return Map.of("ja", text.ja(), "en", text.en());
    }

    /**
     * A line of the report's tables.
     *
     * @param node what lacks something; empty for a recommendation
     * @param link the way to it from the base; empty when it is elsewhere
     * @param property shortened
     * @param message in the reader's language
     * @param times how often
     */
    public record Line(String node, String link, String property, String message, int times) {}

    private Map<String, Object> model(Exchange exchange, String catalogue, Report report) {
        String language = exchange.language();
        Map<String, Object> model = new LinkedHashMap<>();
        Node node = NodeFactory.createURI(catalogue);
        boolean all = catalogue.equals(catalogues.all());
        model.put("source", all ? "" : labels.of(Set.of(node), language).getOrDefault(node, catalogue));
        model.put("report", report);
        model.put(
                "missing",
                report.missing().stream()
                        .map(it -> new Line(
                                it.node(),
                                link(it.node()),
                                Prefixes.shorten(it.property()),
                                it.message().in(language),
                                1))
                        .toList());
        model.put(
                "advised",
                report.advised().stream()
                        .map(it -> new Line(
                                "",
                                "",
                                Prefixes.shorten(it.property()),
                                it.message().in(language),
                                it.times()))
                        .toList());
        model.put("next", report.next().map(it -> addresses.query(exchange, it)).orElse(""));
        return model;
    }

    private String link(String iri) {
        return iri.startsWith(base) ? iri.substring(base.length()) : "";
    }
}
