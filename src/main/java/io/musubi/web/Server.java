package io.musubi.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.musubi.graph.Follower;
import io.musubi.graph.GraphStore;
import io.musubi.indicator.Board;
import io.musubi.indicator.Indicators;
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
import io.musubi.web.http.Door;
import io.musubi.web.indicator.IndicatorDoor;
import io.musubi.web.page.Labels;
import io.musubi.web.page.Resources;
import io.musubi.web.query.Examples;
import io.musubi.web.query.NamesDoor;
import io.musubi.web.query.QueryDoor;
import io.musubi.web.query.TermsDoor;
import io.musubi.web.search.SearchDoor;
import io.musubi.web.sparql.FusekiRoom;
import io.musubi.web.sparql.SparqlDoor;
import io.musubi.web.terms.FixedNames;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * The one public port, and the graph's follower behind it. It reads the journal and the graph, which hold only what is
 * public; of the project home it reads what is there to be shown: ontology, indicators, example queries, guides.
 */
public final class Server implements AutoCloseable {
    private static final int HEADER_BYTES = 64 << 10;

    private final SparqlDoor sparql;
    private final Follower follower;
    private final io.musubi.text.Follower textFollower;
    private final Board board;
    private final FindingsDoor findings;
    private final Javalin javalin;

    private Server(Settings settings, Journal journal, GraphStore graph, TextStore text, Identifiers identifiers) {
        FusekiRoom fuseki = new FusekiRoom(graph, text);
        sparql = new SparqlDoor(settings.limits(), settings.base(), graph, text, fuseki);
        follower = graph.watch();
        textFollower = text.watch();
        board = Board.of(Indicators.read(settings.home()), graph);
        findings = new FindingsDoor(settings.base(), journal);
        Edge edge = doors(settings, journal, graph, text, identifiers);
        javalin = Javalin.create(config -> {
            configure(config);
            config.jetty.modifyServletContextHandler(handler -> {
                fuseki.moveInto(handler.getServletContext());
                handler.setErrorHandler(new WireErrors());
            });
            config.routes.before(context -> {
                edge.answer(context.req(), context.res());
                context.skipRemainingHandlers();
            });
        });
    }

    /**
     * Starts to serve.
     *
     * @param identifiers how {@code /id/…} reads spellings
     * @throws IllegalArgumentException when the port is taken
     */
    public static Server start(
            Settings settings, Journal journal, GraphStore graph, TextStore text, Identifiers identifiers) {
        Server server = new Server(settings, journal, graph, text, identifiers);
        boolean started = false;
        try {
            server.javalin.start(settings.host(), settings.port());
            started = true;
        } catch (JavalinBindException e) {
            throw new IllegalArgumentException(
                    "Port " + settings.port() + " of " + settings.host()
                            + " cannot be used: another program has it, or it is not allowed; choose another by --port",
                    e);
        } finally {
            if (!started) {
                server.close();
            }
        }
        return server;
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(server -> server.setErrorHandler(new WireErrors()));
        config.jetty.modifyHttpConfiguration(Server::configure);
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setRelativeRedirectAllowed(true);
    }

    private Edge doors(Settings settings, Journal journal, GraphStore graph, TextStore text, Identifiers identifiers) {
        String base = settings.base();
        Labels labels = new Labels(graph);
        IndicatorDoor indicators = new IndicatorDoor(base, board);
        FixedNames names = new FixedNames(base, graph);
        EntityDoor entities = new EntityDoor(base, journal, graph);
        ListDoor lists = new ListDoor(base, journal, graph);
        CatalogDoor catalogs =
                new CatalogDoor(base, journal, new Catalogues(settings.home(), base, journal), labels, entities);
        DocsDoor docs = new DocsDoor(settings.home(), base);
        Edge edge = new Edge()
                .at("/", new HomeDoor(base, journal, graph))
                .at("/search", new SearchDoor(base, text, labels))
                .at("/sparql", exchange -> sparql.answer(exchange.request(), exchange.response()))
                .at("/query", new QueryDoor(base, graph, settings.limits(), Examples.read(settings.home())))
                .at("/query/terms", new TermsDoor(graph))
                .at("/query/names", new NamesDoor(labels))
                .at("/health", new Health(journal, graph, sparql))
                .at("/.well-known/void", new VoidDoor(base, graph))
                .at("/ontology", names)
                .at(DocsDoor.PATH, docs)
                .at("/style.css", file("style.css", "text/css"))
                .at("/icon.svg", file("icon.svg", "image/svg+xml"))
                .at("/robots.txt", file("robots.txt", "text/plain"))
                .at(IndicatorDoor.PATH, indicators)
                .below(IndicatorDoor.PATH + "/", indicators)
                .at(FindingsDoor.PATH, findings)
                .below(FindingsDoor.BELOW, findings)
                .below("/ontology/", names)
                .below(DocsDoor.PATH + "/", docs)
                .below(AssetDoor.PATH, new AssetDoor())
                .below(IdentifierDoor.PATH, new IdentifierDoor(base, journal, identifiers))
                .at("/record", lists)
                .below("/record/", exchange -> (isOneSegment(exchange.path()) ? lists : entities).answer(exchange))
                .at(CatalogDoor.PATH, catalogs)
                .at(CatalogDoor.PATH + ".html", catalogs)
                .below(CatalogDoor.PATH + "/", catalogs);
        for (Syntax syntax : Syntax.values()) {
            edge.at(CatalogDoor.PATH + "." + syntax.extension(), catalogs);
        }
        for (Kind kind : Kind.values()) {
            edge.at("/" + kind.segment(), lists).below("/" + kind.segment() + "/", entities);
        }
        return edge;
    }

    /** Whether a path below {@code /record/} names a source only: its records are listed there. */
    private static boolean isOneSegment(String path) {
        return path.matches("/record/[^/]+");
    }

    private static Door file(String name, String mediaType) {
        String text = Resources.text(name);
        return exchange -> {
            exchange.response().setHeader("Cache-Control", "max-age=3600");
            exchange.send(mediaType, text);
        };
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Ends serving; journal, graph and text index stay open. */
    @Override
    public void close() {
        javalin.stop();
        board.close();
        findings.close();
        follower.close();
        textFollower.close();
        sparql.close();
    }
}
