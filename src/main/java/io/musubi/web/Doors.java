package io.musubi.web;

import io.musubi.graph.GraphStore;
import io.musubi.indicator.Board;
import io.musubi.journal.Journal;
import io.musubi.model.Kind;
import io.musubi.publish.Catalogues;
import io.musubi.rdf.Syntax;
import io.musubi.text.TextStore;
import io.musubi.web.catalog.CatalogDoor;
import io.musubi.web.docs.DocsDoor;
import io.musubi.web.entity.EntityDoor;
import io.musubi.web.entity.IdentifierDoor;
import io.musubi.web.entity.Identifiers;
import io.musubi.web.entity.ListDoor;
import io.musubi.web.findings.FindingsDoor;
import io.musubi.web.home.HomeDoor;
import io.musubi.web.home.VoidDoor;
import io.musubi.web.indicator.IndicatorDoor;
import io.musubi.web.page.Labels;
import io.musubi.web.query.Examples;
import io.musubi.web.query.NamesDoor;
import io.musubi.web.query.QueryDoor;
import io.musubi.web.query.TermsDoor;
import io.musubi.web.search.SearchDoor;
import io.musubi.web.sparql.SparqlDoor;
import io.musubi.web.terms.FixedNames;

/** Which door is where: the addresses of the whole service. */
final class Doors {
    private final Settings settings;
    private final String base;
    private final Journal journal;
    private final GraphStore graph;
    private final TextStore text;
    private final Labels labels;
    private final Edge edge;

    Doors(Settings settings, Journal journal, GraphStore graph, TextStore text, Patience patience) {
        this.settings = settings;
        this.base = settings.base();
        this.journal = journal;
        this.graph = graph;
        this.text = text;
        this.labels = new Labels(graph);
        this.edge = new Edge(patience);
    }

    /** The edge with all doors. */
    Edge open(SparqlDoor sparql, Board board, FindingsDoor findings, Identifiers identifiers) {
        files();
        things(identifiers);
        queries(sparql);
        FixedNames names = new FixedNames(base, graph);
        DocsDoor docs = new DocsDoor(settings.home(), base);
        IndicatorDoor indicators = new IndicatorDoor(base, board);
        return edge.at("/", new HomeDoor(base, journal, graph))
                .at("/search", new SearchDoor(base, text, labels))
                .at("/health", new Health(journal, graph, sparql))
                .at("/.well-known/void", new VoidDoor(base, graph))
                .at("/ontology", names)
                .below("/ontology/", names)
                .at(DocsDoor.PATH, docs)
                .below(DocsDoor.PATH + "/", docs)
                .at(IndicatorDoor.PATH, indicators)
                .below(IndicatorDoor.PATH + "/", indicators)
                .at(FindingsDoor.PATH, findings)
                .below(FindingsDoor.BELOW, findings);
    }

    private void files() {
        edge.at("/style.css", AssetDoor.file("style.css"))
                .at("/icon.svg", AssetDoor.file("icon.svg"))
                .at("/robots.txt", AssetDoor.file("robots.txt"))
                .below(AssetDoor.PATH, new AssetDoor());
    }

    private void queries(SparqlDoor sparql) {
        edge.at("/sparql", exchange -> sparql.answer(exchange.request(), exchange.response()))
                .at("/query", new QueryDoor(base, graph, settings.limits(), Examples.read(settings.home())))
                .at("/query/terms", new TermsDoor(graph))
                .at("/query/names", new NamesDoor(labels));
    }

    /** Entities, records and catalogues under their IRIs, and the lists of each kind. */
    private void things(Identifiers identifiers) {
        EntityDoor entities = new EntityDoor(base, journal, graph);
        ListDoor lists = new ListDoor(base, journal, graph);
        for (Kind kind : Kind.values()) {
            edge.at("/" + kind.segment(), lists).below("/" + kind.segment() + "/", entities);
        }
        edge.at("/record", lists)
                .below("/record/", exchange -> (isOneSegment(exchange.path()) ? lists : entities).answer(exchange))
                .below(IdentifierDoor.PATH, new IdentifierDoor(base, journal, identifiers));
        catalogues(entities);
    }

    /** Whether a path below {@code /record/} names a source only: its records are listed there. */
    private static boolean isOneSegment(String path) {
        return path.matches("/record/[^/]+");
    }

    private void catalogues(EntityDoor entities) {
        Catalogues catalogues = new Catalogues(settings.home(), base, journal);
        CatalogDoor door = new CatalogDoor(base, journal, catalogues, labels, entities);
        edge.at(CatalogDoor.PATH, door).at(CatalogDoor.PATH + ".html", door).below(CatalogDoor.PATH + "/", door);
        for (Syntax syntax : Syntax.values()) {
            edge.at(CatalogDoor.PATH + "." + syntax.extension(), door);
        }
    }
}
