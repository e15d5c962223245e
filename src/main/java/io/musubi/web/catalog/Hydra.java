package io.musubi.web.catalog;

import io.musubi.publish.Catalogues;
import io.musubi.publish.Cursor;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Says of a page which it is and where the next one is: in Hydra's words of today ({@code hydra:PartialCollectionView})
 * and in the older ones that harvesters still look for ({@code hydra:PagedCollection}, {@code hydra:nextPage}).
 */
final class Hydra {
    private static final String NAMESPACE = "http://www.w3.org/ns/hydra/core#";

    private final Graph graph;
    private final Node view;

    private Hydra(Graph graph, String view) {
        this.graph = graph;
        this.view = NodeFactory.createURI(view);
    }

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }

    /**
     * Writes the view into the page's graph.
     *
     * @param catalogue the catalogue's IRI
     * @param view this page's address
     * @param first the first page's address
     * @param next the next page's address; empty on the last
     */
    static void write(
            Catalogues.Page page, Cursor cursor, String catalogue, String view, String first, Optional<String> next) {
        Hydra hydra = new Hydra(page.graph(), view);
        hydra.view(catalogue, page);
        hydra.leadTo("first", "firstPage", first);
        next.ifPresent(it -> hydra.leadTo("next", "nextPage", it));
        if (cursor instanceof Cursor.Walk) {
            Node total = NodeFactory.createLiteralDT(Long.toString(page.total()), XSDDatatype.XSDinteger);
            page.graph().add(NodeFactory.createURI(catalogue), term("totalItems"), total);
            page.graph().add(hydra.view, term("totalItems"), total);
        }
    }

    private void view(String catalogue, Catalogues.Page page) {
        Node whole = NodeFactory.createURI(catalogue);
        graph.add(whole, RDF.type.asNode(), term("Collection"));
        graph.add(whole, term("view"), view);
        graph.add(view, RDF.type.asNode(), term("PartialCollectionView"));
        graph.add(view, RDF.type.asNode(), term("PagedCollection"));
        graph.add(
                view,
                DCTerms.modified.asNode(),
                NodeFactory.createLiteralDT(page.state().time().toString(), XSDDatatype.XSDdateTime));
        graph.add(
                view,
                DCTerms.identifier.asNode(),
                NodeFactory.createLiteralString(page.state().id()));
    }

    private void leadTo(String now, String formerly, String address) {
        Node page = NodeFactory.createURI(address);
        graph.add(view, term(now), page);
        graph.add(view, term(formerly), page);
    }
}
