package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.finding.Row;
import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.text.Spellings;
import io.musubi.text.TextStore;
import io.musubi.web.Server;
import io.musubi.web.Settings;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings as public facts: what becomes one, what never does, and when it goes. */
class PublicFindingsTest {
    private static final String RECORD = House.BASE + "record/a/";

    @TempDir
    Path folder;

    /** A dataset of the invented repository, with whatever else it says. */
    private static String record(String id, String date, String title, String more) {
        return """
            <record><header><identifier>%s</identifier><datestamp>%sT00:00:00Z</datestamp></header><metadata>
            <jpcoar:jpcoar xmlns:jpcoar="https://github.com/JPCOAR/schema/blob/master/2.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <dc:title xml:lang="en">%s</dc:title>%s
            <dc:type rdf:resource="http://purl.org/coar/resource_type/c_ddb1">dataset</dc:type>
            </jpcoar:jpcoar></metadata></record>
            """.formatted(id, date, title, more);
    }

    private static String creator(String orcid, String more) {
        return """
            <jpcoar:creator><jpcoar:nameIdentifier nameIdentifierScheme="ORCID">%s</jpcoar:nameIdentifier>%s
            <jpcoar:creatorName xml:lang="en">Invented, Person</jpcoar:creatorName></jpcoar:creator>
            """.formatted(orcid, more);
    }

    /** Of a contact everything is private; a language that is none is a finding that quotes it. */
    private static String contact(String language) {
        return """
            <jpcoar:contributor contributorType="ContactPerson">
            <jpcoar:contributorName xml:lang="%s">Secret, Contact</jpcoar:contributorName></jpcoar:contributor>
            """.formatted(language);
    }

    private IngestReport deliver(Store store, String source, String... records) throws IOException {
        return deliver(store, House.rules(), source, records);
    }

    private IngestReport deliver(Store store, Rulebook rules, String source, String... records) throws IOException {
        Path file = folder.resolve(source + ".xml");
        Files.writeString(
                file,
                Files.readString(House.HOME.resolve("src/test/resources/service/oai.xml"))
                        .replace("RECORDS", String.join("\n", records)));
        return new Deliveries(store, rules, Progress.SILENT).take(file, Optional.of(source), Optional.empty());
    }

    private static String triples(Store store, String iri) {
        return store.journal().document(iri).map(it -> it.triples()).orElse("");
    }

    private static List<String> rules(Store store) {
        return House.findings(store, Optional.of("a")).stream()
                .map(it -> it.finding().rule())
                .toList();
    }

    @Test
    void aFindingIsAPartOfItsRecordAndGoesWhenTheRecordIsMended() throws IOException {
        String iri = RECORD + "1";
        try (Store store = House.store(folder.resolve("data"))) {
            deliver(store, "a", record("1", "2026-01-01", "One", creator("0000-0002-1825-0098", "")));
            Row bad = House.findings(store, Optional.of("a")).stream()
                    .filter(it -> it.finding().rule().equals("identifier.orcid"))
                    .findFirst()
                    .orElseThrow();
            String part = "<" + iri + "#finding-" + bad.id() + "> ";
            assertThat(triples(store, iri).lines().filter(it -> it.startsWith(part)))
                    .hasSize(12)
                    .contains(
                            part + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
                                    + " <http://www.w3.org/ns/shacl#ValidationResult> .",
                            part + "<http://www.w3.org/ns/shacl#focusNode> <" + iri + "#person> .",
                            part + "<http://www.w3.org/ns/shacl#resultSeverity>"
                                    + " <http://www.w3.org/ns/shacl#Violation> .",
                            part + "<http://www.w3.org/ns/shacl#value> \"0000-0002-1825-0098\" .",
                            part + "<https://w3id.org/musubi/ontology#rule> \"identifier.orcid\" .",
                            part + "<https://w3id.org/musubi/ontology#sourceField>"
                                    + " \"jpcoar:creator/jpcoar:nameIdentifier\" .");
            assertThat(triples(store, iri))
                    .contains("<" + iri + "> <https://w3id.org/musubi/ontology#finding> " + part.strip() + " .");

            deliver(store, "a", record("1", "2026-02-01", "One", creator("0000-0002-1825-0097", "")));
            assertThat(triples(store, iri)).contains("#finding-").doesNotContain("identifier.orcid");
        }
    }

    @Test
    void whatIsPrivateOfAFindingReachesNoByteOfThePublicFolder() throws IOException {
        String inContact = "language-of-contact-0091";
        String inMember = "member-0090";
        String inClosed = "0000-0002-1825-0092";
        String inAside = "0000-0002-1825-0093";
        String inPurged = "0000-0002-1825-0094";
        String inOpen = "0000-0002-1825-0095";
        Path data = folder.resolve("data");
        try (Store store = House.store(data)) {
            deliver(
                    store,
                    "a",
                    record("1", "2026-01-01", "One", creator(inOpen, "") + contact(inContact)),
                    record("2", "2026-01-01", "", creator(inAside, "")),
                    record("3", "2026-01-01", "Three", creator(inPurged, "")));
            store.purge("a", "3");
            Files.writeString(
                    folder.resolve("closed.json"),
                    Files.readString(House.HOME.resolve("src/test/resources/service/closing.json"))
                            .replace("TITLE", "Closed")
                            .replace("ACCESS", "closed access")
                            .replace(
                                    "\"grdm-file:data-man-email\"",
                                    "\"grdm-file:data-research-field\": { \"value\": \"no such field " + inClosed
                                            + "\" }, \"grdm-file:data-man-email\""));
            new Deliveries(store, House.rules(), Progress.SILENT)
                    .take(folder.resolve("closed.json"), Optional.of("b"), Optional.empty());
            Files.writeString(
                    folder.resolve("member.json"),
                    Files.readString(House.HOME.resolve("src/test/resources/service/closing.json"))
                            .replace("TITLE", "Of an office")
                            .replace("ACCESS", "open access")
                            .replace(
                                    "\"grdm-file:data-man-email\"",
                                    "\"grdm-file:data-man-type\": { \"value\": \"organization\" },"
                                            + "\"grdm-file:data-man-org-en\": { \"value\": \"Office\" },"
                                            + "\"grdm-file:data-man-number\": { \"value\": \"" + inMember
                                            + "\" }, \"grdm-file:data-man-email\""));
            new Deliveries(store, House.rules(), Progress.SILENT)
                    .take(folder.resolve("member.json"), Optional.of("c"), Optional.empty());
            String all = House.findings(store, Optional.empty()).toString();
            assertThat(all)
                    .contains(inContact, inMember, inClosed, inAside, inOpen)
                    .doesNotContain(inPurged);
            try (GraphStore graph =
                    GraphStore.open(store.publicFolder(), store.journal(), GraphSettings.usual(House.HOME))) {
                graph.follow(io.musubi.graph.Progress.SILENT);
            }
            assertThat(House.documents(store).toString())
                    .contains(inOpen)
                    .doesNotContain(inContact, inMember, inClosed, inAside, inPurged, "Secret");
        }
        try (Stream<Path> files = Files.walk(data.resolve("public"))) {
            boolean seen = false;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes)
                        .as(file.toString())
                        .doesNotContain(inContact, inMember, inClosed, inAside, inPurged, "Secret");
                seen |= bytes.contains(inOpen);
            }
            assertThat(seen).as("the test would notice").isTrue();
        }
    }

    @Test
    void aValueThatTurnsPrivateLeavesTheHistoryToo() throws IOException {
        String language = "language-0096";
        try (Store store = House.store(folder.resolve("data"))) {
            deliver(
                    store,
                    "a",
                    record("1", "2026-01-01", "One", "<dc:title xml:lang=\"" + language + "\">Uno</dc:title>"));
            assertThat(triples(store, RECORD + "1")).contains(language);
            deliver(store, "a", record("1", "2026-01-02", "One", ""));
            assertThat(forgettings(store))
                    .as("a finding that only closed stays in the history")
                    .isZero();
            deliver(
                    store,
                    "a",
                    record("1", "2026-02-01", "One", "<dc:title xml:lang=\"" + language + "\">Uno</dc:title>"));
            deliver(store, "a", record("1", "2026-03-01", "One", contact(language)));
            assertThat(House.findings(store, Optional.of("a")).toString()).contains(language);
            assertThat(House.documents(store).toString()).doesNotContain(language);
            assertThat(forgettings(store)).isOne();
        }
    }

    private static long forgettings(Store store) {
        try (Snapshot snapshot = store.journal().snapshot()) {
            return snapshot.forgettings();
        }
    }

    @Test
    void aVersionSetAsideDisturbsNoPublicFinding() throws IOException {
        try (Store store = House.store(folder.resolve("data"))) {
            deliver(store, "a", record("1", "2026-01-01", "One", ""));
            String before = triples(store, RECORD + "1");
            assertThat(before).contains("CreatorMissing");
            deliver(store, "a", record("1", "2026-02-01", "", creator("0000-0002-1825-0098", "")));
            assertThat(triples(store, RECORD + "1")).isEqualTo(before);
            assertThat(rules(store)).contains("CreatorMissing", "TitleMissing", "identifier.orcid");
            assertThat(House.findings(store, Optional.of("a")).stream().filter(Row::isObstacle))
                    .singleElement()
                    .satisfies(it -> assertThat(it.finding().rule()).isEqualTo("TitleMissing"));
            deliver(store, "a", record("1", "2026-03-01", "One", ""));
            assertThat(rules(store)).contains("CreatorMissing").doesNotContain("TitleMissing", "identifier.orcid");
        }
    }

    @Test
    void aConflictIsPublicAndGoesFromAllItConcernsWhenOneOfThemIsMended() throws IOException {
        String erad = """
            <jpcoar:nameIdentifier nameIdentifierScheme="e-Rad_Researcher">%s</jpcoar:nameIdentifier>""";
        String first = erad.formatted("60746486");
        try (Store store = House.store(folder.resolve("data"))) {
            deliver(store, "a", record("1", "2026-01-01", "One", creator("0000-0002-1825-0097", first)));
            assertThat(triples(store, RECORD + "1")).doesNotContain("identity.conflict");
            deliver(store, "a", record("2", "2026-01-01", "Two", creator("0000-0001-5109-3700", first)));
            assertThat(triples(store, RECORD + "1")).contains("identity.conflict");
            assertThat(triples(store, RECORD + "2")).contains("identity.conflict");
            deliver(store, "a", record("2", "2026-02-01", "Two", creator("0000-0001-5109-3700", "")));
            assertThat(triples(store, RECORD + "1")).doesNotContain("identity.conflict");
            assertThat(triples(store, RECORD + "2")).doesNotContain("identity.conflict");
            assertThat(rules(store)).doesNotContain("identity.conflict");
        }
    }

    @Test
    void theFindingsOfADeletedRecordCloseAndComeBackWithIt() throws IOException {
        try (Store store = House.store(folder.resolve("data"))) {
            String one = record("1", "2026-01-01", "One", "");
            deliver(store, "a", one);
            List<String> before = rules(store);
            assertThat(before).isNotEmpty();
            deliver(
                    store,
                    "a",
                    "<record><header status=\"deleted\"><identifier>1</identifier>"
                            + "<datestamp>2026-01-01T00:00:00Z</datestamp></header></record>");
            assertThat(rules(store)).isEmpty();
            deliver(store, "a", one);
            assertThat(rules(store)).isEqualTo(before);
            assertThat(triples(store, RECORD + "1")).contains("CreatorMissing");
        }
    }

    @Test
    void aLongValueIsQuotedInPart() throws IOException {
        try (Store store = House.store(folder.resolve("data"))) {
            deliver(store, "a", record("1", "2026-01-01", "One", creator("𩸽".repeat(300), "")));
            assertThat(triples(store, RECORD + "1").lines().filter(it -> it.contains("/shacl#value>")))
                    .anyMatch(it -> it.contains("\"" + "𩸽".repeat(200) + "…\""))
                    .noneMatch(it -> it.contains("𩸽".repeat(201)));
        }
    }

    /** A copy of the project's rules in which one rule says something else. */
    private Rulebook changedRules() throws IOException {
        Path home = folder.resolve("home");
        for (String part : List.of("mappings", "ontology", "shapes")) {
            try (Stream<Path> files = Files.walk(House.HOME.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = home.resolve(House.HOME.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        Path shape = home.resolve("shapes/record/general/description.ttl");
        Files.writeString(
                shape,
                Files.readString(shape)
                        .replace("Nobody is named as the creator of the data.", "The new words.")
                        .replace(
                                "sh:targetObjectsOf msb:mainDataset ;\n    sh:path dct:description ;",
                                "sh:path dct:description ;"));
        return new Rulebook(home);
    }

    @Test
    void changedRulesReachWhatIsStoredByRemapAndByTheSameDeliveryAgain() throws IOException {
        Rulebook changed = changedRules();
        String one = record("1", "2026-01-01", "One", "");
        Path data = folder.resolve("data");
        try (Store store = House.store(data)) {
            deliver(store, "a", one);
            assertThat(triples(store, RECORD + "1")).contains("DescriptionMissing", "Nobody is named");
            String state = store.journal().state().id();
            new Remap(store, House.rules()).run(Optional.empty(), Progress.SILENT);
            assertThat(store.journal().state().id()).as("nothing to renew").isEqualTo(state);

            IngestReport report = new Remap(store, changed)
                    .run(Optional.empty(), Progress.SILENT)
                    .getFirst();
            assertThat(report.of(Outcome.UNCHANGED)).isOne();
            assertThat(triples(store, RECORD + "1"))
                    .contains("The new words.")
                    .doesNotContain("DescriptionMissing", "Nobody is named");

            assertThat(deliver(store, House.rules(), "a", one).of(Outcome.UNCHANGED))
                    .isOne();
            assertThat(triples(store, RECORD + "1")).contains("DescriptionMissing", "Nobody is named");
        }
    }

    @Test
    void aPageShowsTheFindingAndNoLongerWhenTheCorrectedRecordHasCome() throws Exception {
        Path data = folder.resolve("data");
        try (Store store = House.store(data)) {
            deliver(
                    store,
                    "a",
                    record("1", "2026-01-01", "One", creator("0000-0002-1825-0098", "")),
                    record("2", "2026-01-01", "Two", creator("0000-0002-1825-0097", "")));
        }
        Path open = data.resolve("public");
        try (Journal journal = Journal.openReadOnly(open);
                GraphStore graph = GraphStore.open(open, journal, GraphSettings.usual(House.HOME));
                TextStore text = TextStore.open(open, journal, Spellings.NONE);
                Server server = Server.start(
                        new Settings("127.0.0.1", 0, House.BASE, House.HOME, Limits.standard()),
                        journal,
                        graph,
                        text,
                        (scheme, value) -> Optional.empty())) {
            graph.follow(io.musubi.graph.Progress.SILENT);
            assertThat(get(server, "/findings/a?lang=ja"))
                    .contains("identifier.orcid", "0000-0002-1825-0098", "違反", "対処", "musubi findings --source a");
            assertThat(get(server, "/findings/a?lang=en&rule=identifier.orcid"))
                    .contains("0000-0002-1825-0098", "What to do")
                    .doesNotContain("</code> · 2 records");
            String question = "/sparql?query="
                    + URLEncoder.encode(
                            "SELECT ?v { ?r <https://w3id.org/musubi/ontology#finding> ?f ."
                                    + " ?f <http://www.w3.org/ns/shacl#value> ?v }",
                            StandardCharsets.UTF_8);
            assertThat(get(server, question)).contains("0000-0002-1825-0098");

            try (Store store = House.store(data)) {
                deliver(store, "a", record("1", "2026-02-01", "One", creator("0000-0002-1825-0097", "")));
            }
            assertThat(get(server, "/findings/a?lang=ja"))
                    .contains("musubi findings", "AccessRightMissing")
                    .doesNotContain("identifier.orcid", "0000-0002-1825-0098");
            graph.follow(io.musubi.graph.Progress.SILENT);
            assertThat(get(server, question)).doesNotContain("0000-0002-1825-0098");
        }
    }

    private static String get(Server server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
