package io.musubi.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.graph.GraphStore;
import io.musubi.journal.Journal;
import io.musubi.model.State;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.sparql.SparqlDoor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /health}: whether all is well, for machines; 503 when the process should be started again. */
final class Health implements Door {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Journal journal;
    private final GraphStore graph;
    private final SparqlDoor sparql;

    Health(Journal journal, GraphStore graph, SparqlDoor sparql) {
        this.journal = journal;
        this.graph = graph;
        this.sparql = sparql;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        State shown = graph.state();
        boolean ok = !sparql.isStuck();
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("ok", ok);
        health.put("state", shown.id());
        health.put("lag", Math.max(0, journal.state().number() - shown.number()));
        health.put("queries", sparql.running());
        exchange.response().setStatus(ok ? 200 : 503);
        exchange.response().setHeader(Conditional.STATE, shown.id());
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.send("application/json", JSON.writeValueAsString(health) + "\n");
    }
}
