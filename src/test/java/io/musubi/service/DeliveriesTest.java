package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.journal.Journal;
import io.musubi.journal.Lookup;
import io.musubi.model.RecordAccess;
import io.musubi.model.SourceSettings;
import io.musubi.model.Text;
import io.musubi.text.Spellings;
import io.musubi.text.TextStore;
import io.musubi.web.Server;
import io.musubi.web.Settings;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deliveries do over time: versions, deletions, complete deliveries, settings, decisions by hand. */
class DeliveriesTest {
    private static final String DATASET = House.BASE + "dataset/doi/10.60501/invented";

    @TempDir
    Path folder;

    /** A record of the invented repository. */
    private static String record(String id, String date, String title, String more) {
        return """
            <record><header><identifier>%s</identifier><datestamp>%sT00:00:00Z</datestamp></header><metadata>
            <jpcoar:jpcoar xmlns:jpcoar="https://github.com/JPCOAR/schema/blob/master/2.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <dc:title xml:lang="en">%s</dc:title>%s
            <dc:type rdf:resource="http://purl.org/coar/resource_type/c_ddb1">dataset</dc:type>
            </jpcoar:jpcoar></metadata></record>
            """.formatted(id, date, title, more);
    }

    private static final String DOI =
            "<jpcoar:identifier identifierType=\"DOI\">https://doi.org/10.60501/invented</jpcoar:identifier>";

    private static String deleted(String id, String date) {
        return "<record><header status=\"deleted\"><identifier>%s</identifier><datestamp>%sT00:00:00Z</datestamp></header></record>"
                .formatted(id, date);
    }

    private IngestReport deliver(Store store, String source, String... records) throws IOException {
        Path file = folder.resolve(source + ".xml");
        Files.writeString(
                file,
                Files.readString(House.HOME.resolve("src/test/resources/service/oai.xml"))
                        .replace("RECORDS", String.join("\n", records)));
        return new Deliveries(store, House.rules(), Progress.SILENT).take(file, Optional.of(source), Optional.empty());
    }

    private static String triples(Store store, String iri) {
        return store.journal().document(iri).map(it -> it.triples()).orElse("");
    }

    @Test
    void aNewerVersionReplacesAndAnOlderDoesNot() throws IOException {
        try (Store store = House.store(folder.resolve("data"))) {
            assertThat(deliver(store, "a", record("oai:x:1", "2026-02-01", "Second", DOI))
                            .of(Outcome.STORED))
                    .isOne();
            assertThat(deliver(store, "a", record("oai:x:1", "2026-01-01", "First", DOI))
                            .of(Outcome.OLDER))
                    .isOne();
            assertThat(triples(store, DATASET)).contains("\"Second\"@en").doesNotContain("First");
            assertThat(deliver(store, "a", record("oai:x:1", "2026-03-01", "Third", DOI))
                            .of(Outcome.STORED))
                    .isOne();
            assertThat(deliver(store, "a", record("oai:x:1", "2026-03-01", "Third", DOI))
                            .of(Outcome.UNCHANGED))
                    .isOne();
            assertThat(triples(store, DATASET)).contains("\"Third\"@en").doesNotContain("Second");
        }
    }

    @Test
    void whatWasPurgedDoesNotComeBackUntilSomebodyAllowsIt() throws IOException {
        String secret = "Purged on purpose";
        try (Store store = House.store(folder.resolve("data"))) {
            deliver(store, "a", record("oai:x:1", "2026-01-01", secret, DOI));
            store.purge("a", "oai:x:1");
            for (String again : List.of(
                    record("oai:x:1", "2026-01-01", secret, DOI),
                    record("oai:x:1", "2026-02-01", secret + ", newer", DOI),
                    record("oai:x:1", "2026-02-01", "", DOI),
                    deleted("oai:x:1", "2026-03-01"))) {
                IngestReport report = deliver(store, "a", again);
                assertThat(report.of(Outcome.PURGED)).isOne();
                assertThat(report.read()).isOne();
                assertThat(store.journal().lookup(DATASET)).isInstanceOf(Lookup.Gone.class);
                assertThat(House.findings(store, Optional.of("a"))).isEmpty();
            }
            store.allowAgain("a", "oai:x:1");
            assertThat(deliver(store, "a", record("oai:x:1", "2026-01-01", secret, DOI))
                            .of(Outcome.STORED))
                    .isOne();
            assertThat(triples(store, DATASET)).contains(secret);
            assertThatThrownBy(() -> store.allowAgain("a", "oai:x:1")).hasMessageContaining("not purged");
        }
    }

    @Test
    void aDeletionLeavesATombstoneAndAnOlderVersionDoesNotComeBack() throws IOException {
        try (Store store = House.store(folder.resolve("data"))) {
            deliver(store, "a", record("oai:x:1", "2026-01-01", "Here", DOI));
            assertThat(deliver(store, "a", deleted("oai:x:1", "2026-02-01")).of(Outcome.DELETED))
                    .isOne();
            assertThat(store.journal().lookup(DATASET)).isInstanceOf(Lookup.Gone.class);
            assertThat(store.journal().lookup(House.BASE + "record/a/oai:x:1")).isInstanceOf(Lookup.Gone.class);
            assertThat(deliver(store, "a", record("oai:x:1", "2026-01-01", "Here", DOI))
                            .of(Outcome.OLDER))
                    .isOne();
            assertThat(store.journal().lookup(DATASET)).isInstanceOf(Lookup.Gone.class);
            deliver(store, "a", record("oai:x:1", "2026-03-01", "Back", DOI));
            assertThat(triples(store, DATASET)).contains("Back");
        }
    }

    @Test
    void aVersionThatIsSetAsideLeavesTheOldOneStanding() throws IOException {
        try (Store store = House.store(folder.resolve("data"))) {
            deliver(store, "a", record("oai:x:1", "2026-01-01", "Good", DOI));
            assertThat(deliver(store, "a", record("oai:x:1", "2026-02-01", "", DOI))
                            .of(Outcome.SET_ASIDE))
                    .isOne();
            assertThat(triples(store, DATASET)).contains("Good");
            assertThat(store.ledger()
                            .records()
                            .find("a", "oai:x:1")
                            .orElseThrow()
                            .isStale())
                    .isTrue();
            assertThat(House.findings(store, Optional.of("a")))
                    .anyMatch(it -> it.finding().rule().equals("TitleMissing"));
            deliver(store, "a", record("oai:x:1", "2026-03-01", "Mended", DOI));
            assertThat(store.ledger()
                            .records()
                            .find("a", "oai:x:1")
                            .orElseThrow()
                            .isStale())
                    .isFalse();
            assertThat(House.findings(store, Optional.of("a")))
                    .noneMatch(it -> it.finding().rule().equals("TitleMissing"));
        }
    }

    @Test
    void whatACompleteDeliveryDoesNotHoldIsWithdrawnUnlessPartOfItIsUnreadable() throws IOException {
        try (Store store = House.store(folder.resolve("data"))) {
            store.register(settings("a", 10, true, Optional.empty()), House.rules());
            deliver(
                    store,
                    "a",
                    record("oai:x:1", "2026-01-01", "One", DOI),
                    record("oai:x:2", "2026-01-01", "Two", ""));
            assertThat(deliver(store, "a", record("oai:x:2", "2026-01-01", "Two", ""), "<record><oops></record>")
                            .withdrawn())
                    .isZero();
            assertThat(deliver(store, "a", record("oai:x:2", "2026-01-01", "Two", ""))
                            .withdrawn())
                    .isOne();
            assertThat(store.journal().lookup(DATASET)).isInstanceOf(Lookup.Gone.class);
        }
    }

    private static SourceSettings settings(String id, int rank, boolean isComplete, Optional<RecordAccess> access) {
        Text name = new Text(id, id);
        return new SourceSettings(
                id, name, name, Optional.empty(), Optional.empty(), Optional.empty(), access, rank, isComplete, false);
    }

    @Test
    void twoSourcesMayUseTheSameLocalIds() throws IOException {
        try (Store store = House.store(folder.resolve("data"))) {
            deliver(store, "a", record("1", "2026-01-01", "Of a", ""));
            deliver(store, "b", record("1", "2026-01-01", "Of b", ""));
            assertThat(store.counts().get("dataset")).isEqualTo(2);
            assertThat(store.counts().get("record")).isEqualTo(2);
        }
    }

    @Test
    void theRankOfASourceDecidesAndMayChange() throws IOException {
        try (Store store = House.store(folder.resolve("data"))) {
            store.register(settings("a", 10, false, Optional.empty()), House.rules());
            store.register(settings("b", 20, false, Optional.empty()), House.rules());
            deliver(store, "b", record("1", "2026-02-01", "Of b", DOI));
            deliver(store, "a", record("1", "2026-01-01", "Of a", DOI));
            assertThat(triples(store, DATASET)).contains("Of a").doesNotContain("Of b");
            store.register(settings("b", 5, false, Optional.empty()), House.rules());
            assertThat(triples(store, DATASET)).contains("Of b").doesNotContain("Of a");
        }
    }

    @Test
    void aSourceThatClosesTakesItsRecordsWithIt() throws IOException {
        try (Store store = House.store(folder.resolve("data"))) {
            deliver(store, "a", record("1", "2026-01-01", "Seen", DOI));
            store.register(settings("a", 10, false, Optional.of(RecordAccess.CLOSED)), House.rules());
            assertThat(store.journal().lookup(DATASET)).isInstanceOf(Lookup.Gone.class);
            assertThat(House.documents(store).toString()).doesNotContain("Seen");
        }
    }

    private static final String TWO_NUMBERS = """
            <jpcoar:creator><jpcoar:nameIdentifier nameIdentifierScheme="ORCID">0000-0002-1825-0097</jpcoar:nameIdentifier>
            <jpcoar:nameIdentifier nameIdentifierScheme="e-Rad_Researcher">60746486</jpcoar:nameIdentifier>
            <jpcoar:creatorName xml:lang="en">Invented, Person</jpcoar:creatorName></jpcoar:creator>
            """;

    @Test
    void cannotLinkUndoesATieForGood() throws IOException {
        String orcid = "person/orcid/0000-0002-1825-0097";
        String erad = "person/erad/60746486";
        Path data = folder.resolve("data");
        try (Store store = House.store(data)) {
            deliver(store, "a", record("1", "2026-01-01", "Tied", TWO_NUMBERS));
            assertThat(store.journal().lookup(House.BASE + erad)).isEqualTo(new Lookup.Moved(House.BASE + orcid));
            store.cannotLink(orcid, erad, "two people");
            assertThat(store.journal().lookup(House.BASE + erad)).isNotInstanceOf(Lookup.Moved.class);
            assertThat(House.findings(store, Optional.of("a")))
                    .anyMatch(it -> it.finding().rule().equals("identity.conflict"));
            deliver(store, "a", record("1", "2026-02-01", "Tied again", TWO_NUMBERS));
            deliver(store, "b", record("9", "2026-02-01", "Tied elsewhere", TWO_NUMBERS));
            store.project();
        }
        try (Store store = House.store(data)) {
            assertThat(store.journal().lookup(House.BASE + erad)).isNotInstanceOf(Lookup.Moved.class);
        }
    }

    @Test
    void anAuthorityShowsOnlyWhatIsReferredToAndItsAncestors() throws IOException {
        Path samples = House.HOME.resolve("samples");
        try (Store store = House.store(folder.resolve("data"))) {
            House.takeSamples(store, List.of(samples.resolve("ror-excerpt")));
            assertThat(store.counts()).doesNotContainKey("organization");
            House.takeSamples(store, List.of(samples.resolve("kirishima-repository")));
            long few = store.counts().get("organization");
            long all = store.ledger().entities().all().stream()
                    .map(it -> store.ledger().entities().entity(it))
                    .filter(it -> it.path().startsWith("organization/"))
                    .count();
            assertThat(few).isPositive().isLessThan(all);
        }
    }

    @Test
    void aServerFollowsWhatAnotherProcessIngests() throws Exception {
        Path data = folder.resolve("data");
        try (Store store = House.store(data)) {
            store.publish();
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
            Process ingest = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dmusubi.home=" + House.HOME,
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.musubi.cli.Main",
                            "ingest",
                            "--quiet",
                            "--data",
                            data.toString(),
                            House.HOME.resolve("samples/kirishima-repository").toString())
                    .inheritIO()
                    .start();
            assertThat(ingest.waitFor()).isZero();
            String answer = "";
            for (int i = 0; i < 100 && !answer.contains("10.60501/so2-flux.2021"); i++) {
                Thread.sleep(100);
                answer = ask(
                        server.port(),
                        "SELECT ?d { ?d a <http://www.w3.org/ns/dcat#Dataset> ;"
                                + " <http://jena.apache.org/text#query> \"二酸化硫黄\" }");
            }
            assertThat(answer).contains("10.60501/so2-flux.2021");
        }
    }

    private static String ask(int port, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sparql"))
                .header("Content-Type", "application/sparql-query")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
