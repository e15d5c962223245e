package io.musubi.web;

import io.musubi.model.Document;
import io.musubi.model.State;
import io.musubi.model.Text;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Graphs;
import io.musubi.web.page.Labels;
import io.musubi.web.page.Pages;
import io.musubi.web.page.Prefixes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** A document as a plain page: a table for the thing and one for each of its parts. */
final class EntityPage {
    private static final Text SAID = new Text("この記録が述べたこと", "What this record said");
    private static final Text AS_DATA = new Text("データとして", "As data");

    private final String base;
    private final Labels labels;
    private final Exchange exchange;
    private final String subject;
    private Map<Node, String> names = Map.of();

    EntityPage(String base, Labels labels, Exchange exchange, String subject) {
        this.base = base;
        this.labels = labels;
        this.exchange = exchange;
        this.subject = subject;
    }

    /** Sends the page of an entity, record or catalogue. */
    void send(Document document, State state) throws IOException {
        Graph triples = Graphs.of(document.triples());
        Graph said = Graphs.of(document.said());
        String language = exchange.language();
        String title =
                Labels.name(triples, NodeFactory.createURI(subject), language).orElse(shorten(subject));
        StringBuilder body = new StringBuilder();
        body.append(tables(triples));
        if (!said.isEmpty()) {
            body.append("<h2>")
                    .append(Html.text(SAID.in(language)))
                    .append("</h2>\n")
                    .append(tables(said));
        }
        frame(title, body, state);
    }

    /** Sends the page of some triples. */
    void send(Graph triples, State state) throws IOException {
        String title = Labels.name(triples, NodeFactory.createURI(subject), exchange.language())
                .orElse(Prefixes.shorten(subject));
        frame(title, new StringBuilder(tables(triples)), state);
    }

    private void frame(String title, StringBuilder body, State state) throws IOException {
        body.append("<p class=\"quiet\">")
                .append(Html.text(AS_DATA.in(exchange.language())))
                .append(":");
        for (Syntax syntax : Syntax.values()) {
            body.append(' ').append(Html.link("?format=" + syntax.extension(), syntax.title()));
        }
        body.append("</p>\n");
        Pages.send(exchange, state, "plain", Map.of("heading", title, "body", body.toString()));
    }

    private String tables(Graph graph) {
        Map<String, List<Triple>> bySubject =
                new TreeMap<>(Comparator.<String, Boolean>comparing(iri -> !iri.equals(subject))
                        .thenComparing(iri -> iri));
        Set<Node> nodes = new HashSet<>();
        graph.find().forEachRemaining(triple -> {
            bySubject
                    .computeIfAbsent(triple.getSubject().toString(), iri -> new ArrayList<>())
                    .add(triple);
            nodes.add(triple.getPredicate());
            nodes.add(triple.getObject());
        });
        nodes.removeIf(node -> !node.isURI());
        names = labels.of(nodes, exchange.language());
        StringBuilder out = new StringBuilder();
        bySubject.forEach((iri, triples) -> out.append(table(iri, triples)));
        return out.toString();
    }

    private String table(String iri, Collection<Triple> triples) {
        Map<String, List<Node>> byPredicate = new TreeMap<>();
        triples.forEach(triple -> byPredicate
                .computeIfAbsent(triple.getPredicate().getURI(), p -> new ArrayList<>())
                .add(triple.getObject()));
        StringBuilder out = new StringBuilder();
        if (!iri.equals(subject)) {
            int hash = iri.startsWith(subject + "#") ? subject.length() + 1 : -1;
            String heading = hash < 0 ? Html.link(address(iri), shorten(iri)) : Html.text("#" + iri.substring(hash));
            String id = hash < 0 ? "" : " id=\"" + Html.text(iri.substring(hash)) + "\"";
            out.append("<h2").append(id).append(">").append(heading).append("</h2>\n");
        }
        out.append("<table>\n");
        byPredicate.forEach((predicate, objects) -> out.append(row(predicate, objects)));
        return out.append("</table>\n").toString();
    }

    private String row(String predicate, List<Node> objects) {
        String name = names.getOrDefault(NodeFactory.createURI(predicate), shorten(predicate));
        StringBuilder out = new StringBuilder("<tr><th scope=\"row\">" + link(predicate, name) + "</th><td><ul>");
        objects.stream()
                .sorted(Comparator.comparing(Node::toString))
                .forEach(object -> out.append("<li>").append(value(object)).append("</li>"));
        return out.append("</ul></td></tr>\n").toString();
    }

    private String value(Node object) {
        if (object.isURI()) {
            return link(object.getURI(), names.getOrDefault(object, shorten(object.getURI())));
        }
        if (!object.isLiteral()) {
            return Html.text(object.toString());
        }
        String text = Html.text(object.getLiteralLexicalForm());
        String language = object.getLiteralLanguage();
        return language.isEmpty()
                ? text
                : "<span lang=\"" + Html.text(language) + "\">" + text + "</span> <small>" + Html.text(language)
                        + "</small>";
    }

    private String link(String iri, String shown) {
        String address = address(iri);
        return address.isEmpty() ? Html.text(shown) : Html.link(address, shown);
    }

    /** Where an IRI leads from this page: within the site by a relative way; empty when it is nothing to follow. */
    private String address(String iri) {
        if (iri.startsWith(subject + "#")) {
            return iri.substring(subject.length());
        }
        if (iri.startsWith(base)) {
            String up = exchange.up();
            return (up.isEmpty() ? "./" : up) + iri.substring(base.length());
        }
        if (iri.startsWith(FixedNames.PLACE)) {
            String up = exchange.up();
            return (up.isEmpty() ? "./" : up) + FixedNames.path(iri);
        }
        return iri.startsWith("https://") || iri.startsWith("http://") ? iri : "";
    }

    private String shorten(String iri) {
        return iri.startsWith(base) ? iri.substring(base.length()) : Prefixes.shorten(iri);
    }
}
