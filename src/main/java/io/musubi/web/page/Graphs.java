package io.musubi.web.page;

import io.musubi.rdf.NTriplesReader;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;

/** Small graphs between N-Triples and the syntaxes that people ask for. */
public final class Graphs {
    private Graphs() {}

    /** The triples of N-Triples texts. */
    public static Graph of(String... triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String text : triples) {
            NTriplesReader.read(text, graph::add);
        }
        Prefixes.ALL.forEach(graph.getPrefixMapping()::setNsPrefix);
        return graph;
    }

    /** Sends {@code graph} in a syntax. */
    public static void send(Exchange exchange, Graph graph, Syntax syntax) throws IOException {
        send(exchange, written(graph, syntax), syntax);
    }

    /** Sends a graph that was {@link #written} in a syntax. */
    public static void send(Exchange exchange, ByteArrayOutputStream written, Syntax syntax) throws IOException {
        exchange.send(syntax.mediaType() + ";charset=utf-8", written.toByteArray());
    }

    /** The graph in a syntax, in UTF-8. */
    public static ByteArrayOutputStream written(Graph graph, Syntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, graph, syntax.format());
        return out;
    }
}
