package io.musubi.web.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.musubi.graph.GraphStore;
import io.musubi.model.State;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /query/terms}: what the editor completes, as JSON. */
public final class TermsDoor implements Door {
    /** Counting reads the whole graph: not more often than this while the graph changes. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final String FORM = "terms";

    private final GraphStore graph;
    private @Nullable Made last;

    /** Makes the door. */
    public TermsDoor(GraphStore graph) {
        this.graph = graph;
    }

    private record Made(State state, long nanos, String json) {}

    @Override
    public void answer(Exchange exchange) throws IOException {
        Made made = made();
        if (Conditional.isKnown(exchange.request(), exchange.response(), made.state(), FORM)) {
            return;
        }
        Conditional.mark(exchange.response(), made.state(), FORM);
        exchange.send("application/json", made.json());
    }

    private synchronized Made made() throws JsonProcessingException {
        Made known = last;
        boolean fresh = known != null
                && (known.state().equals(graph.state()) || System.nanoTime() - known.nanos() < FRESH.toNanos());
        if (known == null || !fresh) {
            Terms terms = Terms.count(graph);
            String json = JSON.writeValueAsString(Map.of(
                    "state", terms.state().id(),
                    "prefixes", terms.prefixes(),
                    "classes", terms.classes(),
                    "properties", terms.properties()));
            known = new Made(terms.state(), System.nanoTime(), json);
            last = known;
        }
        return known;
    }
}
