package io.musubi.web.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.web.thing.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A thing in schema.org's words, for search engines: only what its document says. A dataset without a description gets
 * none, though Google Dataset Search then passes it over.
 */
final class SchemaOrg {
    /** The media type of the block. */
    static final String MEDIA_TYPE = "application/ld+json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TYPES = Map.of(
            "dataset", "Dataset",
            "work", "ScholarlyArticle",
            "project", "ResearchProject",
            "person", "Person",
            "organization", "Organization",
            "programme", "FundingScheme",
            "catalog", "DataCatalog");

    private final Thing thing;
    private final Map<String, Object> members = new LinkedHashMap<>();

    private SchemaOrg(Thing thing) {
        this.thing = thing;
    }

    /** As JSON that may stand within a script element; empty for what schema.org has no word for. */
    static String of(String kind, Thing thing) {
        String type = TYPES.get(kind);
        return type == null ? "" : new SchemaOrg(thing).json(kind, type);
    }

    private String json(String kind, String type) {
        members.put("@context", "https://schema.org/");
        members.put("@type", type);
        members.put("@id", thing.iri());
        members.put("url", thing.iri());
        put("name", thing.said("dct:title|foaf:name"), Thing::text);
        put("alternateName", thing.otherwise("dct:title|foaf:name|skos:prefLabel|frapo:hasAcronym"), Thing::text);
        put("description", thing.said("dct:description"), Thing::text);
        put("sameAs", thing.all("owl:sameAs"), Thing::iri);
        put("identifier", thing.all("adms:identifier/skos:notation"), Thing::text);
        switch (kind) {
            case "dataset", "work" -> output(kind);
            case "project" -> put("funder", thing.all("frapo:isFundedBy/frapo:hasFundingAgency"), SchemaOrg::agent);
            case "person" -> put("affiliation", thing.distinct("org:memberOf"), SchemaOrg::agent);
            case "organization" -> put("parentOrganization", thing.all("org:subOrganizationOf"), SchemaOrg::agent);
            case "catalog" -> {
                put("publisher", thing.all("dct:publisher"), SchemaOrg::agent);
                put("license", thing.all("dct:license"), Thing::iri);
            }
            default -> {}
        }
        return escaped(members);
    }

    private void output(String kind) {
        put("creator", thing.creators(), SchemaOrg::agent);
        put("publisher", thing.all("dct:publisher"), SchemaOrg::agent);
        put("funder", thing.all("citedcat:funder"), SchemaOrg::agent);
        put("funding", thing.all("frapo:isFundedBy"), SchemaOrg::grant);
        put("license", licences(), Thing::iri);
        put("datePublished", thing.all("dct:issued"), Thing::text);
        put("keywords", thing.all("dcat:keyword|dct:subject"), Thing::text);
        put("version", thing.all("dcat:version"), Thing::text);
        if (kind.equals("dataset")) {
            put(
                    "isAccessibleForFree",
                    thing.all("msb:feePolicy"),
                    fee -> fee.code().equals("free"));
            put("conditionsOfAccess", thing.said("msb:accessDivision"), Thing::text);
            put("maintainer", thing.all("msb:managingInstitution"), SchemaOrg::agent);
            put("distribution", thing.all("dcat:distribution"), SchemaOrg::file);
            put("temporalCoverage", thing.all("dct:temporal"), SchemaOrg::period);
            put("citation", thing.all("dct:isReferencedBy|citedcat:isSupplementTo"), Thing::iri);
        }
    }

    /** Its own; where it has none, the one that all its files have. */
    private List<Thing> licences() {
        List<Thing> own = licences("dct:license|dct:rights");
        List<Thing> ofFiles = licences("dcat:distribution/dct:license, fabio:hasManifestation/dct:license");
        return own.isEmpty() && ofFiles.size() == 1 ? ofFiles : own;
    }

    private List<Thing> licences(String trail) {
        return thing.all(trail).stream()
                .filter(it -> it.iri().startsWith("http")
                        && !it.iri().startsWith(thing.iri())
                        && !it.code().equals("none"))
                .toList();
    }

    private static Map<String, Object> agent(Thing agent) {
        Map<String, Object> members = new LinkedHashMap<>();
        boolean isPerson =
                agent.all("rdf:type").stream().anyMatch(it -> it.code().equals("Person"));
        members.put("@type", isPerson ? "Person" : "Organization");
        members.put("@id", agent.iri());
        members.put("name", agent.text());
        agent.all("owl:sameAs").stream().findFirst().ifPresent(same -> members.put("sameAs", same.iri()));
        return members;
    }

    private static @Nullable Map<String, Object> grant(Thing grant) {
        Optional<Thing> number =
                grant.all("frapo:hasGrantNumber|msb:japanGrantNumber").stream().findFirst();
        if (number.isEmpty()) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@type", "MonetaryGrant");
        members.put("identifier", number.get().text());
        grant.all("frapo:hasFundingAgency").stream().findFirst().ifPresent(it -> members.put("funder", agent(it)));
        return members;
    }

    private static @Nullable Map<String, Object> file(Thing file) {
        Optional<Thing> address = file.all("dcat:downloadURL").stream().findFirst();
        if (address.isEmpty()) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@type", "DataDownload");
        members.put("contentUrl", address.get().iri());
        file.all("dct:title").stream().findFirst().ifPresent(it -> members.put("name", it.text()));
        file.all("dcat:mediaType").stream()
                .findFirst()
                .ifPresent(it -> members.put("encodingFormat", it.after("media-types/")));
        file.all("dct:extent").stream().findFirst().ifPresent(it -> members.put("contentSize", it.text()));
        return members;
    }

    private static @Nullable String period(Thing period) {
        Thing start = period.one("dcat:startDate");
        Thing end = period.one("dcat:endDate");
        return start == null && end == null
                ? null
                : (start == null ? ".." : start.text()) + "/" + (end == null ? ".." : end.text());
    }

    /** How a value is written. */
    private interface Form {
        @Nullable
        Object of(Thing value);
    }

    /** One value as itself, several as a list, none not at all. */
    private void put(String name, List<Thing> values, Form form) {
        List<Object> written = new ArrayList<>();
        for (Thing value : values) {
            Object it = form.of(value);
            if (it != null && !it.equals("") && !written.contains(it)) {
                written.add(it);
            }
        }
        if (!written.isEmpty()) {
            members.put(name, written.size() == 1 ? written.getFirst() : written);
        }
    }

    /** No text can end the element, or begin another: "<" and "&" are written as numbers. */
    private static String escaped(Map<String, Object> members) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(members)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Only plain values are written", e);
        }
    }
}
