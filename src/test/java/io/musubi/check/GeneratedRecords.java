package io.musubi.check;

import io.musubi.model.Description;
import io.musubi.model.Kind;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Invented records of about 35 statements, each property there or not by chance, so that every rule is kept by some and
 * broken by others. The same people and institutions turn up again and again and are described differently.
 */
final class GeneratedRecords {
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String MSB = "https://w3id.org/musubi/ontology#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String FRAPO = "http://purl.org/cerif/frapo/";
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
    private static final String ADMS = "http://www.w3.org/ns/adms#";
    private static final String LIST = "https://w3id.org/musubi/codelist/";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String DATE = "http://www.w3.org/2001/XMLSchema#date";
    private static final List<String> DIVISIONS = List.of("open", "restricted", "metadata-only", "embargoed");
    private static final List<List<String>> PROFILES =
            List.of(List.of(), List.of("cao"), List.of("cao", "amed"), List.of("meti"));

    private final RandomGenerator random;
    private List<Statement> said = new ArrayList<>();

    private GeneratedRecords(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** {@code count} records, always the same for the same seed. */
    static List<MappedRecord> of(long seed, int count) {
        GeneratedRecords generator = new GeneratedRecords(seed);
        List<MappedRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(generator.record(i));
        }
        return records;
    }

    private MappedRecord record(int number) {
        List<Description> things = new ArrayList<>();
        boolean isDeleted = random.nextInt(40) == 0;
        if (!isDeleted && random.nextInt(50) > 0) {
            things.add(dataset(number));
            things.add(person("creator"));
            things.add(person("creator-2"));
            things.add(institution());
            things.add(project());
            things.add(random.nextBoolean() ? person("manager") : institution("manager"));
        }
        List<Statement> about = random.nextBoolean()
                ? List.of(new Statement("", DCT + "modified", new Term.Literal("2026-04-01", DATE, ""), false))
                : List.of();
        return new MappedRecord(
                "generated",
                "r" + number,
                false,
                Optional.empty(),
                isDeleted,
                Optional.empty(),
                PROFILES.get(random.nextInt(PROFILES.size())),
                things,
                about,
                List.of());
    }

    private Description dataset(int number) {
        iri(TYPE, DCAT + "Dataset");
        maybe(95, () -> text(DCT + "title", "データ" + number, "ja"));
        maybe(60, () -> text(DCT + "title", "data " + number, "en"));
        maybe(10, () -> text(DCT + "title", "別名" + number, "ja"));
        maybe(10, () -> say("", DCT + "title", Term.Literal.string("No language " + number)));
        maybe(80, () -> text(DCT + "description", "説明" + number, one(List.of("ja", "ja", "en", "fr"))));
        maybe(90, () -> iri(MSB + "accessDivision", LIST + "access-division/" + one(DIVISIONS)));
        maybe(5, () -> iri(MSB + "accessDivision", LIST + "access-division/open"));
        maybe(
                50,
                () -> say(
                        "",
                        DCT + "available",
                        new Term.Literal(one(List.of("2020-04-01", "2026-11-21", "2030-01-01")), DATE, ""),
                        random.nextInt(10) == 0));
        maybe(50, () -> iri(MSB + "feePolicy", LIST + "fee-policy/" + one(List.of("free", "charged"))));
        maybe(50, () -> iri(DCAT + "landingPage", "https://repository.example.jp/" + number));
        maybe(50, () -> iri(DCT + "license", "https://creativecommons.org/licenses/by/4.0/"));
        maybe(80, () -> say("", MSB + "dataNumber", Term.Literal.string("D" + number)));
        maybe(80, () -> say("", DCT + "creator", new Term.Thing("creator", "")));
        maybe(50, () -> say("", DCT + "creator", new Term.Thing("creator-2", "")));
        maybe(70, () -> say("", MSB + "managingInstitution", new Term.Thing("institution", "")));
        for (int i = 0; i < 3; i++) {
            String file = "file-" + i;
            maybe(50, () -> {
                say("", DCAT + "distribution", new Term.Part(file));
                say(file, TYPE, new Term.Iri(DCAT + "Distribution"));
                maybe(50, () -> number(file, DCAT + "byteSize", 100 + random.nextInt(600)));
                maybe(70, () -> say(file, DCAT + "downloadURL", new Term.Iri("https://repository.example.jp/" + file)));
            });
        }
        policy();
        maybe(70, () -> say("", PROV + "wasGeneratedBy", new Term.Thing("project", "")));
        maybe(20, () -> say("", FRAPO + "isFundedBy", new Term.Thing("project", "grant")));
        maybe(30, () -> say("", DC + "type", Term.Literal.string(one(List.of("観測データ", "simulation data")))));
        maybe(70, () -> say("", MSB + "dataManager", new Term.Thing("manager", "")));
        maybe(50, this::management);
        maybe(70, this::contact);
        return description("dataset", Kind.DATASET);
    }

    private void policy() {
        maybe(30, () -> iri(DCT + "rights", LIST + "licence/none"));
        maybe(50, () -> text(MSB + "usagePolicyNote", "番号を挙げて引用してください。", "ja"));
        maybe(50, () -> iri(DCAT + "theme", LIST + "research-field/" + one(List.of("189", "389"))));
        maybe(50, () -> iri(DCT + "type", "http://purl.org/coar/resource_type/FF4C-28RK"));
        maybe(30, () -> number("", MSB + "sizeMaxBytes", 1000));
        maybe(20, () -> text(MSB + "reading", "データ", "ja-Kana"));
        maybe(30, () -> iri(MSB + "consentStatus", LIST + "consent-status/" + one(List.of("yes", "no"))));
        maybe(30, () -> iri(MSB + "consentTemplate", LIST + "consent-template/amed"));
        maybe(
                30,
                () -> iri(
                        MSB + "sharingMethod",
                        LIST + "sharing-method/restricted-sharing-" + one(List.of("external", "internal"))));
        maybe(60, () -> say("", MSB + "sharingDeadline", new Term.Literal("2028-03-31", DATE, "")));
        maybe(30, () -> text(MSB + "reasonForConcealment", "契約による。", "ja"));
    }

    private void management() {
        say("", PROV + "qualifiedAttribution", new Term.Part("management"));
        say("management", TYPE, new Term.Iri(PROV + "Attribution"));
        say("management", PROV + "agent", new Term.Thing("manager", ""));
        say(
                "management",
                MSB + "managerType",
                new Term.Iri(LIST + "manager-type/" + one(List.of("individual", "organization"))));
    }

    private void contact() {
        say("", DCAT + "contactPoint", new Term.Part("contact"), true);
        say("contact", TYPE, new Term.Iri(VCARD + "Kind"), true);
        for (String how : List.of("hasEmail", "hasTelephone", "hasAddress", "organization-name")) {
            maybe(50, () -> say("contact", VCARD + how, Term.Literal.string("secret"), true));
        }
    }

    private Description project() {
        iri(TYPE, FOAF + "Project");
        say("", FRAPO + "isFundedBy", new Term.Part("grant"));
        say("grant", TYPE, new Term.Iri(FRAPO + "Grant"));
        maybe(
                70,
                () -> say(
                        "grant",
                        MSB + "japanGrantNumber",
                        Term.Literal.string(one(List.of("JPMJXX0001", "99X12345")))));
        return description("project", Kind.PROJECT);
    }

    private Description person(String node) {
        iri(TYPE, FOAF + "Person");
        int who = random.nextInt(20);
        maybe(20, () -> text(MSB + "reading", "ケンキュウ", "ja-Kana"));
        maybe(80, () -> text(FOAF + "name", "研究 " + who, "ja"));
        maybe(80, () -> text(FOAF + "name", "Kenkyu " + who, "en"));
        maybe(10, () -> text(FOAF + "name", "Kenkyū " + who, "en"));
        maybe(
                40,
                () -> identifier(one(List.of("http://purl.org/spar/datacite/orcid", LIST + "identifier-scheme/nrid"))));
        return description(node, Kind.PERSON);
    }

    private Description institution() {
        return institution("institution");
    }

    private Description institution(String node) {
        iri(TYPE, FOAF + "Organization");
        maybe(70, () -> text(FOAF + "name", "霧島科学大学", "ja"));
        maybe(50, () -> text(FOAF + "name", "Kirishima University of Science", "en"));
        maybe(40, () -> identifier("http://purl.org/spar/datacite/ror"));
        return description(node, Kind.ORGANIZATION);
    }

    private void identifier(String scheme) {
        say("", ADMS + "identifier", new Term.Part("identifier-1"));
        say("identifier-1", TYPE, new Term.Iri(ADMS + "Identifier"));
        say("identifier-1", MSB + "identifierCheck", new Term.Iri(MSB + "passed"));
        say("identifier-1", "http://purl.org/spar/datacite/usesIdentifierScheme", new Term.Iri(scheme));
        maybe(30, () -> say("identifier-1", MSB + "rawIdentifier", Term.Literal.string("https://id.example.org/1")));
    }

    private Description description(String node, Kind kind) {
        Description description = new Description(node, kind, List.of(), said);
        said = new ArrayList<>();
        return description;
    }

    private void maybe(int percent, Runnable what) {
        if (random.nextInt(100) < percent) {
            what.run();
        }
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void iri(String predicate, String value) {
        say("", predicate, new Term.Iri(value));
    }

    private void text(String predicate, String value, String language) {
        say("", predicate, Term.Literal.text(value, language));
    }

    private void number(String fragment, String predicate, int value) {
        say(
                fragment,
                predicate,
                new Term.Literal(String.valueOf(value), "http://www.w3.org/2001/XMLSchema#integer", ""));
    }

    private void say(String fragment, String predicate, Term object) {
        say(fragment, predicate, object, false);
    }

    private void say(String fragment, String predicate, Term object, boolean isPrivate) {
        said.add(new Statement(fragment, predicate, object, isPrivate));
    }
}
