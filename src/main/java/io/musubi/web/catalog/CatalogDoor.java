package io.musubi.web.catalog;

import io.musubi.journal.Journal;
import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.publish.Catalogues;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Labels;
import io.musubi.web.page.Variant;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code /catalog}: the catalogue of all, as data in DCAT-AP 3.0.1 and as a page that explains it; {@code
 * /catalog/{source}}: the catalogue of one source as data. Its page is an entity's page, and so is all that is no
 * catalogue. {@code ?report} on either: what is missing.
 */
public final class CatalogDoor implements Door {
    /** Where it stands. */
    public static final String PATH = "/catalog";

    private final String base;
    private final Journal journal;
    private final Catalogues catalogues;
    private final Door entities;
    private final Addresses addresses;
    private final CatalogData data;
    private final CatalogPages pages;

    /**
     * The door.
     *
     * @param entities answers for pages of sources, and for what is no catalogue
     */
    public CatalogDoor(String base, Journal journal, Catalogues catalogues, Labels labels, Door entities) {
        this.base = base;
        this.journal = journal;
        this.catalogues = catalogues;
        this.entities = entities;
        this.addresses = new Addresses(base, journal);
        this.data = new CatalogData(base, journal, catalogues, addresses);
        this.pages = new CatalogPages(base, journal, catalogues, labels, addresses);
    }

    /** The catalogue that a path means, and the variant that an extension asked for. */
    private record Asked(String catalogue, Optional<Variant> variant) {}

    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.response().addHeader("Vary", "Accept, Accept-Language");
        Optional<Asked> asked = asked(exchange.path().substring(1));
        if (asked.isEmpty()) {
            entities.answer(exchange);
        } else if (Addresses.isReport(exchange)) {
            pages.report(exchange, asked.get().catalogue(), addresses.cursor(exchange));
        } else {
            answer(exchange, asked.get());
        }
    }

    private void answer(Exchange exchange, Asked asked) throws IOException {
        Variant variant = asked.variant().orElseGet(() -> Variant.choose(exchange));
        switch (variant) {
            case Variant.Data(Syntax syntax) -> data.send(exchange, asked.catalogue(), syntax);
            case Variant.Page page when asked.catalogue().equals(catalogues.all()) -> pages.explain(exchange);
            case Variant.Page page -> entities.answer(exchange);
        }
    }

    private Optional<Asked> asked(String path) {
        int dot = path.lastIndexOf('.');
        String stem = dot < 0 ? path : path.substring(0, dot);
        try (Snapshot snapshot = journal.snapshot()) {
            if (isCatalogue(snapshot, path)) {
                return Optional.of(new Asked(base + path, Optional.empty()));
            }
            Optional<Variant> variant = dot < 0 ? Optional.empty() : Variant.extension(path.substring(dot + 1));
            return variant.isPresent() && isCatalogue(snapshot, stem)
                    ? Optional.of(new Asked(base + stem, variant))
                    : Optional.empty();
        }
    }

    private boolean isCatalogue(Snapshot snapshot, String path) {
        return (base + path).equals(catalogues.all()) || snapshot.lookup(base + path) instanceof Lookup.Found;
    }
}
