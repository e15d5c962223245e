package io.musubi.web;

import io.musubi.web.sparql.Limits;
import java.nio.file.Path;

/**
 * How a server serves.
 *
 * @param host the address to listen on: {@code 127.0.0.1} for this machine only, {@code 0.0.0.0} for all
 * @param port the port; 0 takes a free one
 * @param base the base IRI of the projection; it ends with a slash and may differ from where the server is reached
 * @param home the project home, with {@code ontology/} and {@code docs/}
 * @param limits of queries
 */
public record Settings(String host, int port, String base, Path home, Limits limits) {
    /** Checks the base. */
    public Settings {
        if (!base.matches("https?://[^/?#]+(/[^?#]*)?/")) {
            throw new IllegalArgumentException(
                    "The base '" + base + "' is not right; expected http(s)://host/ or http(s)://host/path/");
        }
    }
}
