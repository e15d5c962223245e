package io.musubi.web.sparql;

import io.musubi.web.http.Accept;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The result formats of SELECT and ASK; JSON comes first where nobody asks for one. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, only not marked so.
enum ResultFormat {
    JSON("application/sparql-results+json", "json", "SPARQL_Results_JSON", "application/json"),
    XML("application/sparql-results+xml", "xml", "SPARQL_Results_XML", "application/xml", "text/xml"),
    CSV("text/csv", "csv", "SPARQL_Results_CSV"),
    TSV("text/tab-separated-values", "tsv", "SPARQL_Results_TSV");

    private final String mediaType;
    private final String shortName;
    private final String w3cFormat;
    private final List<String> others;

    ResultFormat(String mediaType, String shortName, String w3cFormat, String... others) {
        this.mediaType = mediaType;
        this.shortName = shortName;
        this.w3cFormat = w3cFormat;
        this.others = List.of(others);
    }

    String mediaType() {
        return mediaType;
    }

    String shortName() {
        return shortName;
    }

    String formatIri() {
        return "http://www.w3.org/ns/formats/" + w3cFormat;
    }

    static Optional<ResultFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.shortName.equalsIgnoreCase(name) || format.mediaType.equalsIgnoreCase(name))
                .findFirst();
    }

    static List<Accept.Offer<ResultFormat>> offers() {
        return Arrays.stream(values())
                .map(format -> new Accept.Offer<>(
                        format,
                        java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(format.mediaType), format.others.stream())
                                .toList()))
                .toList();
    }
}
