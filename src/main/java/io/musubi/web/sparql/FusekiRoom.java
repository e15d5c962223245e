package io.musubi.web.sparql;

import io.musubi.graph.GraphStore;
import io.musubi.text.TextStore;
import io.musubi.text.sparql.TextFunctions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Fuseki inside our server: one dataset with the one operation to query it, and no other way in. */
public final class FusekiRoom {
    private static final String PATH = "/sparql";
    private static final FilterChain NOTHING_ELSE = (request, response) -> {
        throw new IOException("Fuseki does not know " + PATH);
    };

    private final FusekiFilter filter = new FusekiFilter();
    private final GraphStore graph;
    private final TextFunctions text;

    /** A room to query {@code graph}, with {@code text:query} from {@code text}. */
    public FusekiRoom(GraphStore graph, TextStore text) {
        this.graph = graph;
        this.text = new TextFunctions(text);
    }

    /** Sets Fuseki up in {@code context}, before the server starts. */
    public void moveInto(ServletContext context) {
        Functions.closeForAll();
        OperationRegistry operations = OperationRegistry.createEmpty();
        operations.register(Operation.Query, new QueryRoom(graph, text));
        // The dataset is chosen anew for each query; this one stays empty.
        DataService service = DataService.newBuilder(DatasetGraphFactory.empty())
                .addEndpoint(Operation.Query)
                .build();
        service.setEndpointProcessors(operations);
        service.goActive();
        DataAccessPointRegistry points = new DataAccessPointRegistry();
        points.register(new DataAccessPoint(PATH, service));
        OperationRegistry.set(context, operations);
        DataAccessPointRegistry.set(context, points);
    }

    FusekiRequest request(HttpServletRequest request, SparqlQuery query, String accept, Running running) {
        return new FusekiRequest(request, PATH, query, accept, running);
    }

    void answer(FusekiRequest request, FusekiResponse response) throws IOException {
        try {
            filter.doFilter(request, response, NOTHING_ELSE);
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }
}
