package io.musubi.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetsConfig;

/** What a document says of each {@link Facet}. */
final class Facets {
    static final FacetsConfig CONFIG = config();

    private static final String CODE_LISTS = "https://w3id.org/musubi/codelist/";
    private static final String FIELDS = CODE_LISTS + "research-field/";
    private static final String ACCESS = "https://w3id.org/musubi/ontology#accessDivision";
    private static final List<String> FIELD =
            List.of("http://www.w3.org/ns/dcat#theme", "http://purl.org/dc/terms/subject");
    private static final List<String> FUNDER =
            List.of("https://w3id.org/citedcat-ap/funder", "http://purl.org/cerif/frapo/hasFundingAgency");
    private static final List<String> ISSUED =
            List.of("http://purl.org/dc/terms/issued", "http://ndl.go.jp/dcndl/terms/dateGranted");

    /** The kinds that are published at a time; an institution that is listed in a year is not of that year. */
    private static final List<String> DATED = List.of("dataset", "work");

    private static final int LONGEST = 1_000;

    private Facets() {}

    private static FacetsConfig config() {
        FacetsConfig config = new FacetsConfig();
        Arrays.stream(Facet.values()).forEach(facet -> config.setMultiValued(facet.parameter(), true));
        return config;
    }

    /** The date of issue, else of the oldest listing. */
    static Optional<String> date(String kind, String iri, Statements said, List<RecordEntry> records) {
        Stream<String> issued = said.of(iri, ISSUED).stream()
                .filter(it -> it.isLiteral())
                .map(it -> it.getLiteralLexicalForm())
                .sorted();
        Stream<String> listed = records.stream()
                .map(RecordEntry::listed)
                .filter(it -> !it.isEmpty())
                .sorted();
        return DATED.contains(kind) ? Stream.concat(issued, listed).findFirst() : Optional.empty();
    }

    static Optional<String> access(String iri, Statements said) {
        return Statements.iris(said.of(iri, ACCESS).stream())
                .map(Facets::lastSegment)
                .findFirst();
    }

    static Stream<String> fields(String iri, Statements said) {
        return Statements.iris(said.of(iri, FIELD).stream())
                .filter(it -> it.startsWith(FIELDS))
                .map(Facets::lastSegment);
    }

    /** A funder that is only a part of a record has no identifier, and is no value: names never tie. */
    static Stream<String> funders(String iri, Statements said) {
        return Statements.iris(said.ofAll(iri, FUNDER).stream())
                .filter(it -> it.indexOf('#') < 0 && it.length() < LONGEST);
    }

    static Stream<String> sources(List<RecordEntry> records) {
        return records.stream().map(RecordEntry::source).filter(it -> !it.isEmpty() && it.length() < LONGEST);
    }

    private static String lastSegment(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
