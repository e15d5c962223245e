package io.musubi.web.findings;

import io.musubi.journal.Journal;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import java.io.IOException;

/**
 * {@code /findings}: all sources with their counts; {@code /findings/{source}}: what should be mended there, by cause,
 * most gained first. As page, JSON and CSV ({@code bom=1}: for Excel).
 */
public final class FindingsDoor implements Door, AutoCloseable {
    /** The list of sources. */
    public static final String PATH = "/findings";

    /** Where the sources are. */
    public static final String BELOW = PATH + "/";

    private final Journal journal;
    private final FindingsIndex index;
    private final SourcesPage sources;
    private final SourcePage source;

    /** @param base of all IRIs */
    public FindingsDoor(String base, Journal journal) {
        this.journal = journal;
        this.index = new FindingsIndex(base, journal);
        index.warm();
        this.sources = new SourcesPage(base);
        this.source = new SourcePage(base);
    }

    @Override
    public void close() {
        index.close();
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        FindingsForm form = FindingsForm.of(exchange);
        if (form.isKnown(exchange, journal.state())) {
            return;
        }
        if (exchange.path().startsWith(BELOW)) {
            source.answer(exchange, form, exchange.path().substring(BELOW.length()), index);
        } else {
            sources.answer(exchange, form, index);
        }
    }
}
