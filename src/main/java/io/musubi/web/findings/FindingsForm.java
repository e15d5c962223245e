package io.musubi.web.findings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.musubi.model.Hash;
import io.musubi.model.State;
import io.musubi.table.SpreadsheetCsv;
import io.musubi.web.http.Accept;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The forms in which findings are shown. */
enum FindingsForm {
    HTML("text/html"),
    JSON("application/json"),
    CSV("text/csv");

    private static final List<Accept.Offer<FindingsForm>> OFFERS = List.of(
            new Accept.Offer<>(HTML, List.of("text/html", "application/xhtml+xml"), List.of("html")),
            new Accept.Offer<>(JSON, List.of("application/json"), List.of("json")),
            new Accept.Offer<>(CSV, List.of("text/csv"), List.of("csv")));

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String mediaType;

    FindingsForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Writes a table. */
    @FunctionalInterface
    interface Table {
        void write(Appendable out) throws IOException;
    }

    /** Sends an object. */
    void json(Exchange exchange, Map<String, Object> object) throws IOException {
        exchange.send(mediaType, MAPPER.writeValueAsString(object));
    }

    /** Sends a table as a file, with the mark that Excel needs where {@code bom} is asked for. */
    void csv(Exchange exchange, String name, Table table) throws IOException {
        StringBuilder out = new StringBuilder(exchange.query().has("bom") ? SpreadsheetCsv.BOM : "");
        table.write(out);
        exchange.response().setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        exchange.send(mediaType, out.toString());
    }

    /** The one asked for; 406 when it is none of them. */
    static FindingsForm of(Exchange exchange) {
        return exchange.choose(OFFERS)
                .orElseThrow(() -> Problems.notAcceptable("text/html, application/json, text/csv")
                        .exception());
    }

    /** Whether the caller has this answer from {@code state}; then 304 was answered. */
    boolean isKnown(Exchange exchange, State state) {
        return Conditional.isKnown(exchange.request(), exchange.response(), state, tag(exchange));
    }

    /** Marks the answer as made from {@code state}. */
    void mark(Exchange exchange, State state) {
        Conditional.mark(exchange.response(), state, tag(exchange));
        exchange.response().addHeader("Vary", "Accept, Accept-Language, Cookie");
        exchange.response().setHeader("Content-Language", exchange.language());
    }

    private String tag(Exchange exchange) {
        String query = exchange.request().getQueryString();
        return name()
                + exchange.language()
                + Hash.of(exchange.path() + "?" + query).shortHex();
    }
}
