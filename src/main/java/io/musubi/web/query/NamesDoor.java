package io.musubi.web.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.musubi.model.Text;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Labels;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** {@code /query/names?iri=…&iri=…}: what things are called in the reader's language, as a JSON object by IRI. */
public final class NamesDoor implements Door {
    private static final int MOST = 100;
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private final Labels labels;

    /** Makes the door. */
    public NamesDoor(Labels labels) {
        this.labels = labels;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        List<String> asked = exchange.query().all("iri");
        if (asked.size() > MOST) {
            throw Problems.badRequest(new Text(
                            "名前を一度に尋ねられるのは" + MOST + "件までです。",
                            "No more than " + MOST + " names can be asked for at once."))
                    .exception();
        }
        Set<Node> nodes = asked.stream().map(NodeFactory::createURI).collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        labels.of(nodes, exchange.language()).forEach((node, name) -> names.put(node.getURI(), name));
        exchange.response().addHeader("Vary", "Accept-Language, Cookie");
        exchange.response().setHeader("Cache-Control", "no-cache");
        exchange.send("application/json", JSON.writeValueAsBytes(names));
    }
}
