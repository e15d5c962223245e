package io.musubi.web.entity;

import io.musubi.journal.Lookup;
import io.musubi.model.State;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Pages;
import io.musubi.web.page.Prefixes;
import java.io.IOException;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What is left of something that was public: that it was, and until when. Nothing of what it said.
 *
 * @param iri what was withdrawn
 * @param gone when
 */
record Tombstone(String iri, Lookup.Gone gone) {
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final Node STATUS = NodeFactory.createURI("http://www.w3.org/ns/adms#status");
    private static final Node WITHDRAWN = NodeFactory.createURI("http://purl.org/adms/status/Withdrawn");

    Graph graph() {
        Node subject = NodeFactory.createURI(iri);
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(Prefixes.ALL);
        graph.add(Triple.create(subject, RDF.type.asNode(), NodeFactory.createURI(PROV + "Entity")));
        graph.add(Triple.create(subject, STATUS, WITHDRAWN));
        graph.add(Triple.create(
                subject,
                NodeFactory.createURI(PROV + "invalidatedAtTime"),
                NodeFactory.createLiteralDT(gone.withdrawn().time().toString(), XSDDatatype.XSDdateTime)));
        return graph;
    }

    void send(Exchange exchange, State state) throws IOException {
        Pages.send(
                exchange,
                state,
                "entity/tombstone",
                Map.of(
                        "iri",
                        iri,
                        "kind",
                        gone.type(),
                        "withdrawn",
                        gone.withdrawn().time().toString(),
                        "last",
                        gone.withdrawn().id()));
    }
}
