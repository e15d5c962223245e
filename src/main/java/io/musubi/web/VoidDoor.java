package io.musubi.web;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.model.State;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Graphs;
import io.musubi.web.page.Labels;
import io.musubi.web.page.Prefixes;
import io.musubi.web.page.Variant;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
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
final class VoidDoor implements Door {
    /** Counting reads the whole graph: not more often than this while the graph changes. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final String base;
    private final GraphStore graph;
    private @Nullable Figures last;

    VoidDoor(String base, GraphStore graph) {
        this.base = base;
        this.graph = graph;
    }

    private record Figures(State state, long counted, long triples, Map<Node, Long> classes) {}

    @Override
    public void answer(Exchange exchange) throws IOException {
        Variant variant = Variant.choose(exchange);
        Figures figures = figures();
        exchange.response().setHeader("Vary", "Accept, Accept-Language");
        String tag = "void" + variant.tag() + exchange.language();
        if (Conditional.isKnown(exchange.request(), exchange.response(), figures.state(), tag)) {
            return;
        }
        Conditional.mark(exchange.response(), figures.state(), tag);
        Model model = describe(figures);
        switch (variant) {
            case Variant.Data data -> Graphs.send(exchange, model.getGraph(), data.syntax());
            case Variant.Page page ->
                new EntityPage(base, new Labels(graph), exchange, base + ".well-known/void")
                        .send(model.getGraph(), figures.state());
        }
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
                        + io.musubi.model.Hash.of(type.getURI()).shortHex());
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
