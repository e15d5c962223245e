package io.musubi.web.catalog;

import io.musubi.journal.Journal;
import io.musubi.journal.Position;
import io.musubi.journal.Snapshot;
import io.musubi.model.Text;
import io.musubi.publish.Catalogues;
import io.musubi.publish.Cursor;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Form;
import io.musubi.web.http.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Pages as addresses. {@code ?walk=23&after=dataset/…} goes on in the walk that began at state 23; {@code
 * ?changes=23&after=dataset/…} behind that change; {@code ?modified_since=…} begins with the changes since; without any of
 * them, a walk begins.
 */
final class Addresses {
    private static final String WALK = "walk";
    private static final String CHANGES = "changes";
    private static final String AFTER = "after";
    private static final String SINCE = "modified_since";
    private static final String LIMIT = "limit";
    private static final String FORMAT = "format";
    private static final String REPORT = "report";
    private static final String FIRST = "first";
    private static final List<String> KNOWN =
            List.of(WALK, CHANGES, AFTER, SINCE, LIMIT, FORMAT, REPORT, "lang", "profile");

    private final String base;
    private final Journal journal;

    Addresses(String base, Journal journal) {
        this.base = base;
        this.journal = journal;
    }

    /** Where the page that is asked for begins; 400 where that cannot be told. */
    Cursor cursor(Exchange exchange) {
        Form query = exchange.query();
        refuseUnknown(exchange);
        try (Snapshot snapshot = journal.snapshot()) {
            if (query.has(SINCE)) {
                Instant since = Since.read(query.first(SINCE).orElse(""));
                return new Cursor.Changes(Position.after(snapshot.listings().stateBefore(since.toEpochMilli())));
            }
            String after = query.first(AFTER).map(it -> base + it).orElse("");
            long newest = snapshot.state().number();
            Optional<String> changes = query.first(CHANGES);
            if (changes.isPresent()) {
                long state = state(changes.get(), newest);
                return new Cursor.Changes(after.isEmpty() ? Position.after(state) : new Position(state, after));
            }
            Optional<String> walk = query.first(WALK).filter(it -> !it.equals(FIRST));
            return new Cursor.Walk(walk.isPresent() ? state(walk.get(), newest) : newest, after);
        }
    }

    /** A harvester that counts pages, or misspells a name, would get the first page for ever: it is told instead. */
    private static void refuseUnknown(Exchange exchange) {
        String encoded =
                Optional.ofNullable(exchange.request().getQueryString()).orElse("");
        for (String pair : encoded.split("&", -1)) {
            String name = pair.split("=", 2)[0];
            if (!name.isEmpty() && !KNOWN.contains(name)) {
                throw Problems.badRequest(
                                new Text(
                                        "カタログに " + name
                                                + " というパラメーターはありません。使えるのは modified_since、limit、format、report です。次のページは hydra:next が示します。",
                                        "The catalogue has no parameter " + name
                                                + ". There are modified_since, limit, format and report; the next page is found by hydra:next."))
                        .exception();
            }
        }
    }

    private static long state(String text, long newest) {
        long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        if (number < 0 || number > newest) {
            throw Problems.badRequest(new Text(
                            "このページのアドレスは、ここにない状態 " + text + " を指しています。パラメーターなしのアドレスから集め直してください。",
                            "This page address speaks of state " + text
                                    + ", which is not known here. Begin again at the address without parameters."))
                    .exception();
        }
        return number;
    }

    /** The most entries that the caller wants on a page. */
    static int limit(Exchange exchange) {
        Optional<String> asked = exchange.query().first(LIMIT);
        int limit = asked.filter(it -> it.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(Catalogues.ENTRIES);
        if (asked.isPresent() && (!asked.get().matches("\\d{1,4}") || limit < 1 || limit > Catalogues.ENTRIES)) {
            throw Problems.badRequest(new Text(
                            "limit は 1 から " + Catalogues.ENTRIES + " までの整数です: " + asked.get(),
                            "limit is a whole number from 1 to " + Catalogues.ENTRIES + ", not " + asked.get()))
                    .exception();
        }
        return limit;
    }

    static boolean isReport(Exchange exchange) {
        return exchange.query().has(REPORT);
    }

    /** The query of the page at {@code cursor}, beginning with a question mark; format, limit and report stay. */
    String query(Exchange exchange, Cursor cursor) {
        return switch (cursor) {
            case Cursor.Walk walk -> "?" + WALK + "=" + walk.from() + after(walk.after()) + kept(exchange);
            case Cursor.Changes changes ->
                changes.behind().iri().isEmpty()
                        ? "?" + CHANGES + "=" + (changes.behind().state() - 1) + kept(exchange)
                        : "?" + CHANGES + "=" + changes.behind().state()
                                + after(changes.behind().iri()) + kept(exchange);
        };
    }

    /** The query of the first page of a walk. */
    static String first(Exchange exchange) {
        return "?" + WALK + "=" + FIRST + kept(exchange);
    }

    private String after(String iri) {
        return iri.isEmpty() ? "" : "&" + AFTER + "=" + encode(iri.substring(base.length()));
    }

    private static String kept(Exchange exchange) {
        StringBuilder kept = new StringBuilder();
        for (String name : List.of(LIMIT, FORMAT)) {
            exchange.query()
                    .first(name)
                    .ifPresent(it -> kept.append('&').append(name).append('=').append(encode(it)));
        }
        return kept + (isReport(exchange) ? "&" + REPORT : "");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20");
    }
}
