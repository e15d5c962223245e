package io.musubi.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.web.query.Example;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/**
 * A query that a user asks.
 *
 * @param name of the example it is
 * @param text in SPARQL 1.1, with its base
 * @param mediaType of its answer
 */
record UserQuery(String name, String text, String mediaType) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * An example, asked about things that are there: what it says of the samples' things is said of these instead.
     *
     * @param language of titles and names
     * @param base of relative IRIs
     * @param iris of all that is public
     */
    static UserQuery of(Example example, String language, String base, Collection<String> iris) {
        String text = "BASE <" + base + ">\n" + example.in(language);
        text = replace(text, "https://doi\\.org/10\\.[^>]+", "https://doi.org/", base + "dataset/doi/", iris);
        text = replace(text, "https://orcid\\.org/\\d[^>]+", "https://orcid.org/", base + "person/orcid/", iris);
        text = replace(text, "(?<=skos:notation \")[^\"]+", "", base + "project/grant/", iris);
        text = replace(text, "(?<=<)catalog/[^>]+", "catalog/", base + "catalog/", iris);
        return new UserQuery(example.name(), text, mediaType(QueryFactory.create(text)));
    }

    private static String replace(String text, String written, String before, String prefix, Collection<String> iris) {
        Optional<String> there =
                iris.stream().filter(it -> it.startsWith(prefix)).findFirst();
        return there.map(iri ->
                        text.replaceAll(written, Matcher.quoteReplacement(before + iri.substring(prefix.length()))))
                .orElse(text);
    }

    private static String mediaType(Query query) {
        return query.isConstructType() || query.isDescribeType()
                ? "application/n-triples"
                : "application/sparql-results+json";
    }

    /**
     * What an answer says, whatever the order in which it says it: its rows, yes when it is yes, or its triples.
     *
     * @throws IllegalStateException when the answer cannot be read
     */
    List<String> said(String answer) {
        List<String> said = new ArrayList<>();
        if (mediaType.equals("application/n-triples")) {
            answer.lines().forEach(said::add);
        } else {
            JsonNode json = json(answer);
            json.path("results").path("bindings").forEach(row -> said.add(row.toString()));
            if (json.path("boolean").asBoolean()) {
                said.add("true");
            }
        }
        Collections.sort(said);
        return said;
    }

    private JsonNode json(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name + ": the answer is no JSON: " + e.getMessage(), e);
        }
    }
}
