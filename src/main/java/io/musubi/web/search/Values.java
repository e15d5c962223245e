package io.musubi.web.search;

import io.musubi.model.Text;
import io.musubi.text.Answer;
import io.musubi.text.Facet;
import io.musubi.web.page.Labels;
import io.musubi.web.page.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What values of facets are called: by the ontology, by the graph, or by our own words. */
final class Values {
    private static final String CODE_LISTS = "https://w3id.org/musubi/codelist/";

    private final String base;
    private final String language;
    private final Map<Node, String> labels;

    private Values(String base, String language, Map<Node, String> labels) {
        this.base = base;
        this.language = language;
        this.labels = labels;
    }

    /** Looks up all names that an answer needs. */
    static Values of(Answer answer, Asked asked, String base, Labels labels, String language) {
        Values none = new Values(base, language, Map.of());
        Set<Node> nodes = new HashSet<>();
        answer.facets()
                .forEach((facet, counts) -> counts.forEach(
                        count -> none.iri(facet, count.value()).ifPresent(it -> nodes.add(NodeFactory.createURI(it)))));
        asked.chosen()
                .forEach((facet, values) -> values.forEach(
                        value -> none.iri(facet, value).ifPresent(it -> nodes.add(NodeFactory.createURI(it)))));
        answer.hits()
                .forEach(hit -> hit.access()
                        .flatMap(it -> none.iri(Facet.ACCESS, it))
                        .ifPresent(it -> nodes.add(NodeFactory.createURI(it))));
        return new Values(base, language, labels.of(nodes, language));
    }

    /** The IRI of the thing that a value stands for, if it is one. */
    Optional<String> iri(Facet facet, String value) {
        return switch (facet) {
            case KIND, YEAR -> Optional.empty();
            case ACCESS -> Optional.of(CODE_LISTS + "access-division/" + value);
            case FIELD -> Optional.of(CODE_LISTS + "research-field/" + value);
            case SOURCE -> Optional.of(base + "catalog/" + value);
            case FUNDER -> Optional.of(value);
        };
    }

    /** The value's name; the value itself where it has none. */
    String name(Facet facet, String value) {
        return switch (facet) {
            case KIND -> kind(value).in(language);
            case YEAR -> year(value);
            default ->
                iri(facet, value)
                        .map(it -> labels.get(NodeFactory.createURI(it)))
                        .orElse(value);
        };
    }

    private static Text kind(String value) {
        // What is asked for in the address may be anything.
        return List.of("dataset", "work", "project", "person", "organization", "programme")
                        .contains(value)
                ? Words.of("search", "kind." + value)
                : new Text(value, value);
    }

    private String year(String value) {
        boolean isYearOnly = value.endsWith(Facet.YEAR_ONLY);
        String year = isYearOnly ? value.substring(0, value.length() - Facet.YEAR_ONLY.length()) : value;
        return Words.of("search", isYearOnly ? "year.only" : "year.fiscal")
                .in(language)
                .replace("{0}", year);
    }
}
