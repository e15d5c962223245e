package io.musubi.web.home;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.model.Hash;
import io.musubi.model.State;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Graphs;
import io.musubi.web.page.Pages;
import io.musubi.web.page.Prefixes;
import io.musubi.web.page.Variant;
import io.musubi.web.thing.Described;
import io.musubi.web.thing.Reading;
import io.musubi.web.thing.Thing;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.jspecify.annotations.Nullable;

/** {@code /.well-known/void}: the dataset described by the Vocabulary of Interlinked Datasets. */
public final class VoidDoor implements Door {
    /** Counting reads the whole graph: not more often than this while the graph changes. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final String base;
    private final GraphStore graph;
    private @Nullable Figures last;

    /**
     * Opens it.
     *
     * @param base of our IRIs
     */
    public VoidDoor(String base, GraphStore graph) {
        this.base = base;
        this.graph = graph;
    }

    private record Figures(State state, long counted, long triples, Map<Node, Long> classes) {}

    @Override
    public void answer(Exchange exchange) throws IOException {
        Variant variant = Variant.choose(exchange);
        Figures figures = figures();
        exchange.response().addHeader("Vary", "Accept, Accept-Language");
        String tag = "void" + variant.tag() + exchange.language();
        if (Conditional.isKnown(exchange.request(), exchange.response(), figures.state(), tag)) {
            return;
        }
        Conditional.mark(exchange.response(), figures.state(), tag);
        Model model = describe(figures);
        switch (variant) {
            case Variant.Data data -> Graphs.send(exchange, model.getGraph(), data.syntax());
            case Variant.Page page -> Pages.send(exchange, figures.state(), page(exchange, figures, model.getGraph()));
        }
    }

    private String page(Exchange exchange, Figures figures, Graph description) {
        LeasedDataset dataset = graph.dataset();
        dataset.begin(TxnType.READ);
        try {
            Reading reading = Reading.of(base, dataset, exchange, base + ".well-known/void", description);
            Map<String, Object> model = new HashMap<>();
            model.put("triples", figures.triples());
            model.put("classes", classes(reading, figures));
            model.put("described", Described.all(reading, description));
            model.put("syntaxes", Syntax.values());
            return Pages.fill(exchange, figures.state(), "home/void", model);
        } finally {
            dataset.end();
        }
    }

    /** The classes, the largest first. */
    private static List<Map.Entry<Thing, Long>> classes(Reading reading, Figures figures) {
        return figures.classes().entrySet().stream()
                .sorted(Map.Entry.<Node, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(entry -> Map.entry(reading.thing(entry.getKey()), entry.getValue()))
                .toList();
    }

    private synchronized Figures figures() {
        Figures known = last;
        boolean fresh = known != null
                && (known.state().equals(graph.state()) || System.nanoTime() - known.counted() < FRESH.toNanos());
        if (known == null || !fresh) {
            known = count();
            last = known;
        }
        return known;
    }

    private Figures count() {
        LeasedDataset dataset = graph.dataset();
        dataset.begin(TxnType.READ);
        try {
            long triples = 0;
            Map<Node, Long> classes = new HashMap<>();
            ExtendedIterator<Triple> all = dataset.getDefaultGraph().find();
            while (all.hasNext()) {
                Triple triple = all.next();
                triples++;
                if (triple.getPredicate().equals(RDF.type.asNode())) {
                    classes.merge(triple.getObject(), 1L, Long::sum);
                }
            }
            return new Figures(dataset.state(), System.nanoTime(), triples, classes);
        } finally {
            dataset.end();
        }
    }

    private Model describe(Figures figures) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(Prefixes.ALL);
        Resource dataset = model.createResource(base + ".well-known/void#dataset")
                .addProperty(RDF.type, VOID.Dataset)
                .addProperty(DCTerms.title, "公的資金による研究データの知識グラフ", "ja")
                .addProperty(DCTerms.title, "Publicly funded research data as a graph", "en")
                .addProperty(DCTerms.identifier, figures.state().id())
                .addProperty(VOID.sparqlEndpoint, model.createResource(base + "sparql"))
                .addProperty(VOID.uriSpace, base)
                .addProperty(VOID.triples, integer(figures.triples()));
        for (Syntax syntax : Syntax.values()) {
            dataset.addProperty(VOID.feature, model.createResource(syntax.formatIri()));
        }
        figures.classes().forEach((type, count) -> {
            if (type.isURI()) {
                Resource part = model.createResource(base + ".well-known/void#class-"
                        + Hash.of(type.getURI()).shortHex());
                part.addProperty(VOID._class, model.createResource(type.getURI()))
                        .addProperty(VOID.entities, integer(count));
                dataset.addProperty(VOID.classPartition, part);
            }
        });
        return model;
    }

    private static Literal integer(long number) {
        return ResourceFactory.createTypedLiteral(Long.toString(number), XSDDatatype.XSDinteger);
    }
}
