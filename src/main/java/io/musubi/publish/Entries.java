package io.musubi.publish;

import io.musubi.journal.Change;
import io.musubi.journal.Lookup;
import io.musubi.model.Hash;
import java.time.Instant;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * The entries of a page: what only the journal knows. Each dataset has one in each catalogue, a {@code
 * dcat:CatalogRecord} with its own IRI, which says when the entry last changed; an entry of a dataset that is no longer
 * listed says so.
 */
final class Entries {
    private static final Node STATUS = NodeFactory.createURI("http://www.w3.org/ns/adms#status");
    private static final Node WITHDRAWN = NodeFactory.createURI("http://purl.org/adms/status/Withdrawn");
    private static final Node INVALIDATED = NodeFactory.createURI("http://www.w3.org/ns/prov#invalidatedAtTime");

    private final Graph graph;
    private final Node catalogue;

    private Entries(Graph graph, Node catalogue) {
        this.graph = graph;
        this.catalogue = catalogue;
    }

    /** Writes the entries of {@code page} and when the records behind them changed. */
    static void write(CataloguePage page, Graph graph) {
        Entries entries = new Entries(graph, NodeFactory.createURI(page.catalogue()));
        graph.add(entries.catalogue, RDF.type.asNode(), DCAT.Catalog.asNode());
        page.entries().forEach(entries::write);
        page.records().values().forEach(records -> records.forEach(entries::write));
    }

    private void write(Change change) {
        Node dataset = NodeFactory.createURI(change.iri());
        Node entry = NodeFactory.createURI(
                catalogue.getURI() + "#entry-" + Hash.of(change.iri()).shortHex());
        Node time = time(change.state().time());
        graph.add(catalogue, DCAT.record.asNode(), entry);
        graph.add(entry, RDF.type.asNode(), DCAT.CatalogRecord.asNode());
        graph.add(entry, FOAF.primaryTopic.asNode(), dataset);
        graph.add(entry, DCTerms.modified.asNode(), time);
        if (change.now().isPresent()) {
            graph.add(catalogue, DCAT.dataset.asNode(), dataset);
        } else {
            graph.add(entry, STATUS, WITHDRAWN);
            graph.add(entry, INVALIDATED, time);
        }
    }

    private void write(Lookup.Found record) {
        graph.add(
                NodeFactory.createURI(record.document().iri()),
                DCTerms.modified.asNode(),
                time(record.changed().time()));
    }

    private static Node time(Instant instant) {
        return NodeFactory.createLiteralDT(instant.toString(), XSDDatatype.XSDdateTime);
    }
}
