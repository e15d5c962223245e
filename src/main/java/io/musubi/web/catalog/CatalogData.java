package io.musubi.web.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.musubi.journal.Journal;
import io.musubi.model.Hash;
import io.musubi.model.State;
import io.musubi.publish.Catalogues;
import io.musubi.publish.Cursor;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Graphs;
import io.musubi.web.page.Prefixes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Sends pages of a catalogue as data. A page takes long to make (a hundred datasets and all around them, by two dozen
 * queries) and is the same for everybody until the state changes: those asked for last are kept in memory, and who asks
 * for one that is being made waits for it.
 */
final class CatalogData {
    private static final long KEPT_BYTES = 32L << 20;

    /** What is no longer public must not stay in memory for long, though nobody is given the page of an older state. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** One for each processor: each keeps one busy, and more at once would only make all of them slower. */
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final String PROFILE = "<https://semiceu.github.io/DCAT-AP/releases/3.0.1/>; rel=\"profile\"";

    private final String base;
    private final Journal journal;
    private final Catalogues catalogues;
    private final Addresses addresses;
    private final Cache<Form, Answer> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Form form, Answer answer) -> answer.body().size())
            .expireAfterWrite(KEPT)
            .build();
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    CatalogData(String base, Journal journal, Catalogues catalogues, Addresses addresses) {
        this.base = base;
        this.journal = journal;
        this.catalogues = catalogues;
        this.addresses = addresses;
    }

    /** What an answer depends on: the newest state when it was asked for, the address, and the syntax. */
    private record Form(State newest, String address, Syntax syntax) {
        String tag() {
            return syntax.extension() + Hash.of(address).shortHex();
        }
    }

    /** Made at {@code state}, which may be newer than the one that was asked for. */
    private record Answer(State state, List<String> links, ByteArrayOutputStream body) {}

    void send(Exchange exchange, String catalogue, Syntax syntax) throws IOException {
        Cursor cursor = addresses.cursor(exchange);
        int limit = Addresses.limit(exchange);
        String address = exchange.path() + "?" + exchange.request().getQueryString();
        Form form = new Form(journal.state(), address, syntax);
        if (Conditional.isKnown(exchange.request(), exchange.response(), form.newest(), form.tag())) {
            return;
        }
        Answer known = kept.getIfPresent(form);
        Answer answer = known != null ? known : inTurn(form, () -> make(exchange, catalogue, cursor, limit, syntax));
        Conditional.mark(exchange.response(), answer.state(), form.tag());
        exchange.response().setDateHeader("Last-Modified", answer.state().time().toEpochMilli());
        answer.links().forEach(it -> exchange.response().addHeader("Link", it));
        Graphs.send(exchange, answer.body(), syntax);
    }

    /** The turn is waited for before the cache is asked: that makes others wait while it has an answer made. */
    private Answer inTurn(Form form, Supplier<Answer> making) {
        places.acquireUninterruptibly();
        try {
            return kept.get(form, it -> making.get());
        } finally {
            places.release();
        }
    }

    /** Links are relative in the header, so that they hold behind any proxy; absolute in the data, which has no others. */
    private Answer make(Exchange exchange, String catalogue, Cursor cursor, int limit, Syntax syntax) {
        Catalogues.Page page = catalogues.page(catalogue, cursor, limit);
        String here = base + exchange.path().substring(1);
        String first = Addresses.first(exchange);
        Optional<String> next = page.next().map(it -> addresses.query(exchange, it));
        Hydra.write(
                page,
                cursor,
                catalogue,
                here + addresses.query(exchange, cursor),
                here + first,
                next.map(it -> here + it));
        Prefixes.ALL.forEach(page.graph().getPrefixMapping()::setNsPrefix);
        List<String> links = new ArrayList<>(List.of("<" + first + ">; rel=\"first\""));
        next.ifPresent(it -> links.add("<" + it + ">; rel=\"next\""));
        links.add(PROFILE);
        return new Answer(page.state(), links, Graphs.written(page.graph(), syntax));
    }
}
