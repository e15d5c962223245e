package io.musubi.service;

import io.musubi.model.Claim;
import io.musubi.model.Description;
import io.musubi.model.Kind;
import io.musubi.model.MappedRecord;
import io.musubi.model.RecordAccess;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Small mapped records that overlap, disagree and contradict each other, from a seed. */
final class InventedRecords {
    static final String TITLE = "http://purl.org/dc/terms/title";
    static final String NAME = "http://xmlns.com/foaf/0.1/name";
    static final String CREATOR = "http://purl.org/dc/terms/creator";
    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    static final String REFERENCES = "http://purl.org/dc/terms/references";
    static final String AFFILIATION = "http://www.w3.org/ns/org#memberOf";
    static final String CONTACT = "http://www.w3.org/ns/dcat#contactPoint";

    private InventedRecords() {}

    static List<MappedRecord> random(RandomGenerator random, int count) {
        List<MappedRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(random(random, "r" + i));
        }
        return records;
    }

    private static MappedRecord random(RandomGenerator random, String id) {
        List<Description> things = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            claims.add(claim("doi", "10.60501/d" + random.nextInt(4)));
        }
        if (random.nextInt(3) > 0) {
            claims.add(claim("data-number", "jpmjxx0001/" + random.nextInt(5)));
        }
        List<Statement> said = new ArrayList<>();
        said.add(iri(TYPE, "http://www.w3.org/ns/dcat#Dataset"));
        said.add(text(TITLE, "データ" + random.nextInt(3), "ja"));
        said.add(new Statement("", CONTACT, Term.Literal.string("secret-" + id), true));
        if (random.nextBoolean()) {
            int other = random.nextInt(4);
            said.add(new Statement(
                    "",
                    REFERENCES,
                    new Term.Link("doi", "10.60501/d" + other, "https://doi.org/10.60501/d" + other),
                    false));
        }
        int creators = random.nextInt(3);
        for (int c = 1; c <= creators; c++) {
            said.add(new Statement("", CREATOR, new Term.Thing("creator-" + c, ""), false));
        }
        things.add(new Description("dataset", Kind.DATASET, claims, said));
        for (int c = 1; c <= creators; c++) {
            things.add(person(random, "creator-" + c));
            things.add(institute(random, "creator-" + c));
        }
        things.add(new Description(
                "organization",
                Kind.ORGANIZATION,
                List.of(claim("ror", "0aaaa0000")),
                List.of(
                        iri(TYPE, "http://xmlns.com/foaf/0.1/Organization"),
                        text(NAME, "霧島科学大学" + random.nextInt(2), "ja"))));
        return new MappedRecord(
                "invented",
                id,
                false,
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of("2026-01-0" + (1 + random.nextInt(9))),
                false,
                random.nextInt(8) == 0 ? Optional.of(RecordAccess.CLOSED) : Optional.of(RecordAccess.OPEN),
                List.of(),
                things,
                List.of(),
                List.of());
    }

    private static Description person(RandomGenerator random, String node) {
        List<Claim> claims = new ArrayList<>();
        int who = random.nextInt(4);
        if (random.nextInt(3) > 0) {
            claims.add(claim("orcid", "0000-0000-0000-000" + who));
        }
        if (random.nextInt(3) > 0) {
            // now and then somebody else's number: a conflict
            claims.add(claim("erad", "1000000" + (random.nextInt(6) == 0 ? random.nextInt(4) : who)));
        }
        return new Description(
                node,
                Kind.PERSON,
                claims,
                List.of(
                        iri(TYPE, "http://xmlns.com/foaf/0.1/Person"),
                        text(NAME, "山田" + who, "ja"),
                        new Statement("", AFFILIATION, new Term.Thing("organization", ""), false),
                        new Statement("", AFFILIATION, new Term.Thing(node + "-institute", ""), false)));
    }

    /** Known by name only, and named by one person. */
    private static Description institute(RandomGenerator random, String person) {
        return new Description(
                person + "-institute",
                Kind.ORGANIZATION,
                List.of(),
                List.of(
                        text(NAME, "霧島研究所" + random.nextInt(2), "ja"),
                        new Statement("", CONTACT, Term.Literal.string("secret-" + person), true)));
    }

    static Claim claim(String scheme, String value) {
        return new Claim(scheme, value, value, false);
    }

    static Statement iri(String predicate, String value) {
        return new Statement("", predicate, new Term.Iri(value), false);
    }

    static Statement text(String predicate, String value, String language) {
        return new Statement("", predicate, Term.Literal.text(value, language), false);
    }
}
