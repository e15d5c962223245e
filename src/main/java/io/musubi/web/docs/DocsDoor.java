package io.musubi.web.docs;

import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code /docs}: who are you, and which guide is yours; {@code /docs/{page}}: one page of the guides. */
public final class DocsDoor implements Door {
    /** Where it is. */
    public static final String PATH = "/docs";

    private final DocsFolder folder;

    /**
     * Reads the guides.
     *
     * @param home the project home, with {@code docs/}
     * @param base where this server is said to be: commands and queries in the guides name it
     */
    public DocsDoor(Path home, String base) {
        folder = new DocsFolder(home, base);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        String name = exchange.path().substring(PATH.length()).replaceFirst("^/", "");
        if (name.isEmpty()) {
            index(exchange);
        } else {
            page(exchange, name);
        }
    }

    private void index(Exchange exchange) throws IOException {
        Pages.send(
                exchange,
                "docs/index",
                Map.of("guides", folder.guides(exchange.language()), "reference", folder.reference()));
    }

    private void page(Exchange exchange, String name) throws IOException {
        DocsPage page = folder.page(name, exchange.language())
                .orElseThrow(() -> Problems.notFound(exchange.path()).exception());
        Pages.send(exchange, "docs/page", Map.of("page", page, "guides", folder.guides(exchange.language())));
    }
}
