package io.musubi.rdf;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFFormat;

/** The graph syntaxes that every door speaks. All that is to know of a syntax is known here and nowhere else. */
@SuppressWarnings("ImmutableEnumChecker") // Jena's RDFFormat and List.of are immutable, only not marked so.
public enum Syntax {
    /** Turtle. */
    TURTLE("Turtle", "text/turtle", "ttl", "Turtle", RDFFormat.TURTLE_PRETTY, List.of("turtle"), List.of("text/n3")),
    /** N-Triples. */
    N_TRIPLES(
            "N-Triples",
            "application/n-triples",
            "nt",
            "N-Triples",
            RDFFormat.NTRIPLES_UTF8,
            List.of("ntriples"),
            List.of("text/plain")),
    /** JSON-LD 1.1. */
    JSON_LD(
            "JSON-LD",
            "application/ld+json",
            "jsonld",
            "JSON-LD",
            RDFFormat.JSONLD11,
            List.of("json-ld", "json"),
            List.of("application/json")),
    /** RDF/XML. */
    RDF_XML(
            "RDF/XML",
            "application/rdf+xml",
            "rdf",
            "RDF_XML",
            RDFFormat.RDFXML,
            List.of("rdfxml", "rdf-xml", "xml"),
            List.of("application/xml", "text/xml"));

    private final String title;
    private final String mediaType;
    private final String extension;
    private final String w3cFormat;
    private final RDFFormat format;
    private final List<String> otherNames;
    private final List<String> otherMediaTypes;

    Syntax(
            String title,
            String mediaType,
            String extension,
            String w3cFormat,
            RDFFormat format,
            List<String> otherNames,
            List<String> otherMediaTypes) {
        this.title = title;
        this.mediaType = mediaType;
        this.extension = extension;
        this.w3cFormat = w3cFormat;
        this.format = format;
        this.otherNames = otherNames;
        this.otherMediaTypes = otherMediaTypes;
    }

    /** The name people know it by. */
    public String title() {
        return title;
    }

    /** The registered media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The file extension, without a dot; also the short name in {@code ?format=}. */
    public String extension() {
        return extension;
    }

    /** The syntax's IRI under {@code http://www.w3.org/ns/formats/}, as Service Descriptions name it. */
    public String formatIri() {
        return "http://www.w3.org/ns/formats/" + w3cFormat;
    }

    /** How Jena writes it. */
    public RDFFormat format() {
        return format;
    }

    /** The media types that ask for it in an Accept header, the registered one first. */
    public List<String> askedBy() {
        return Stream.concat(Stream.of(mediaType), otherMediaTypes.stream()).toList();
    }

    /** The short names that ask for it in {@code ?format=}: extension, media type and other usual spellings. */
    public List<String> names() {
        return Stream.concat(Stream.of(extension, mediaType), otherNames.stream())
                .toList();
    }
}
