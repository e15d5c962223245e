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
import io.musubi.journal.Repeating;
import io.musubi.text.TextStore;
import io.musubi.web.entity.Identifiers;
import io.musubi.web.findings.FindingsDoor;
import io.musubi.web.sparql.FusekiRoom;
import io.musubi.web.sparql.SparqlDoor;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.gzip.GzipEncoderConfig;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * The one public port, and the graph's follower behind it. It reads the journal and the graph, which hold only what is
 * public; of the project home it reads what is there to be shown: ontology, indicators, example queries, guides.
 */
public final class Server implements AutoCloseable {
    private static final int HEADER_BYTES = 64 << 10;

    /** What is shorter fits into a packet or two as it is. */
    private static final int SHORT_BYTES = 1 << 10;

    /** Half the computing of the usual level, for a few parts in a hundred more to send. */
    private static final int FAST = 3;

    private final SparqlDoor sparql;
    private final Follower follower;
    private final Repeating textFollower;
    private final Board board;
    private final FindingsDoor findings;
    private final Patience patience;
    private final Javalin javalin;

    private Server(Settings settings, Journal journal, GraphStore graph, TextStore text, Identifiers identifiers) {
        FusekiRoom fuseki = new FusekiRoom(graph, text);
        sparql = new SparqlDoor(settings.limits(), settings.base(), graph, text, fuseki);
        follower = graph.watch();
        textFollower = text.watch();
        board = Board.of(Indicators.read(settings.home()), graph);
        findings = new FindingsDoor(settings.base(), journal);
        patience = new Patience(settings.limits().visit());
        Edge edge = new Doors(settings, journal, graph, text, patience).open(sparql, board, findings, identifiers);
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
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new WireErrors());
            server.setHandler(compression());
        });
        config.jetty.modifyHttpConfiguration(Server::configure);
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setRelativeRedirectAllowed(true);
    }

    /** Answers in gzip for whoever takes it. What comes in is not unpacked: its length is bounded as it comes. */
    private static Handler compression() {
        GzipEncoderConfig fast = new GzipEncoderConfig();
        fast.setCompressionLevel(FAST);
        GzipCompression gzip = new GzipCompression();
        gzip.setDefaultEncoderConfig(fast);
        gzip.setMinCompressSize(SHORT_BYTES);
        CompressionHandler handler = new CompressionHandler();
        handler.putCompression(gzip);
        handler.putConfiguration(
                "/",
                CompressionConfig.builder()
                        .defaults()
                        .decompressExcludePath("/*")
                        .build());
        return handler;
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Whether a query goes on long after it was stopped: the process should be started again. */
    public boolean isStuck() {
        return sparql.isStuck();
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
        patience.close();
    }
}
