package io.musubi.web.thing;

import io.musubi.web.page.Prefixes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where IRIs lead from one page.
 *
 * @param base of our IRIs
 * @param up the way from the page to the base: {@code ../../}
 * @param subject what the page is about, so that links to its parts stay on it; may be empty
 */
record Addresses(String base, String up, String subject) {
    /** Where the names live that stay whatever the base; served at {@code /ontology}. */
    static final String FIXED = "https://w3id.org/musubi/";

    private static final String ONTOLOGY = "ontology";

    /** The address of {@code iri} from this page; empty when it is nothing to follow. */
    String of(String iri) {
        if (!subject.isEmpty() && iri.startsWith(subject + "#")) {
            return iri.substring(subject.length());
        }
        if (iri.startsWith(base)) {
            return home() + iri.substring(base.length());
        }
        if (iri.startsWith(FIXED)) {
            return home() + fixed(iri.substring(FIXED.length()));
        }
        return iri.startsWith("https://") || iri.startsWith("http://") ? iri : "";
    }

    private static String fixed(String rest) {
        return rest.equals(ONTOLOGY) || rest.startsWith(ONTOLOGY + "#") ? rest : ONTOLOGY + "/" + rest;
    }

    private String home() {
        return up.isEmpty() ? "./" : up;
    }

    /** The first segment of an IRI of ours: {@code dataset}; {@code term} for a fixed name; else empty. */
    String kind(String iri) {
        if (iri.startsWith(FIXED)) {
            return "term";
        }
        int slash = iri.startsWith(base) ? iri.indexOf('/', base.length()) : -1;
        return slash < 0 ? "" : iri.substring(base.length(), slash);
    }

    /** An IRI for people, where nothing has a name for it. */
    String shown(String iri) {
        if (!iri.startsWith(base)) {
            return Prefixes.shorten(iri);
        }
        String path = iri.substring(base.length());
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
