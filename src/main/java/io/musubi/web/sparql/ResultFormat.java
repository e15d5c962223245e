package io.musubi.web.sparql;

import io.musubi.web.http.Accept;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    static List<Accept.Offer<ResultFormat>> offers() {
        return Arrays.stream(values())
                .map(format -> new Accept.Offer<>(
                        format,
                        Stream.concat(Stream.of(format.mediaType), format.others.stream())
                                .toList(),
                        List.of(format.shortName, format.mediaType)))
                .toList();
    }
}
