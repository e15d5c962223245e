package io.musubi.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prefixes for terms: the built-in ones and a crosswalk's own. */
final class Vocabularies {
    private static final Pattern TERM = Pattern.compile("([A-Za-z][A-Za-z0-9-]*):([A-Za-z0-9_][A-Za-z0-9_.-]*)");
    private static final Pattern IRI = Pattern.compile("(https?://|urn:|info:|ftp://)\\S+");

    /** The prefixes every crosswalk may use. */
    static final Map<String, String> BUILT_IN = Map.ofEntries(
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("org", "http://www.w3.org/ns/org#"),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("adms", "http://www.w3.org/ns/adms#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
            Map.entry("schema", "https://schema.org/"),
            Map.entry("spdx", "http://spdx.org/rdf/terms#"),
            Map.entry("frapo", "http://purl.org/cerif/frapo/"),
            Map.entry("fabio", "http://purl.org/spar/fabio/"),
            Map.entry("datacite", "http://purl.org/spar/datacite/"),
            Map.entry("cito", "http://purl.org/spar/cito/"),
            Map.entry("citedcat", "https://w3id.org/citedcat-ap/"),
            Map.entry("msb", "https://w3id.org/musubi/ontology#"));

    private final Map<String, String> namespaces = new TreeMap<>(BUILT_IN);

    void add(String prefix, String namespace) {
        namespaces.put(prefix, namespace);
    }

    /** The IRI of a term such as {@code dct:title}; empty for what is no term of a known prefix. */
    Optional<String> expand(String text) {
        Matcher matcher = TERM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(namespaces.get(matcher.group(1))).map(namespace -> namespace + matcher.group(2));
    }

    /** The IRI that our own data means by {@code text}: a term, or an IRI in full; empty for plain text. */
    Optional<String> iri(String text) {
        Optional<String> term = expand(text);
        return term.isEmpty() && IRI.matcher(text).matches() ? Optional.of(text) : term;
    }

    /** The known prefixes, for messages. */
    String prefixes() {
        return String.join(", ", namespaces.keySet());
    }
}
