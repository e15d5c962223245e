package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.journal.Journal;
import io.musubi.journal.Position;
import io.musubi.journal.Snapshot;
import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.publish.Catalogues;
import io.musubi.publish.Cursor;
import io.musubi.publish.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogues of the samples, page by page. */
class CatalogueTest {
    private static final int SMALL = 7;

    /** What DCAT-AP 3.0.1 makes mandatory, for a count that knows nothing of SHACL. */
    private static final Map<String, List<String>> MANDATORY = Map.of(
            "http://www.w3.org/ns/dcat#Catalog",
            List.of(
                    "http://purl.org/dc/terms/title",
                    "http://purl.org/dc/terms/description",
                    "http://purl.org/dc/terms/publisher"),
            "http://www.w3.org/ns/dcat#Dataset",
            List.of("http://purl.org/dc/terms/title", "http://purl.org/dc/terms/description"),
            "http://www.w3.org/ns/dcat#Distribution",
            List.of("http://www.w3.org/ns/dcat#accessURL"),
            "http://www.w3.org/ns/dcat#CatalogRecord",
            List.of("http://purl.org/dc/terms/modified", "http://xmlns.com/foaf/0.1/primaryTopic"),
            "http://www.w3.org/ns/dcat#DataService",
            List.of("http://purl.org/dc/terms/title", "http://www.w3.org/ns/dcat#endpointURL"),
            "http://xmlns.com/foaf/0.1/Agent",
            List.of("http://xmlns.com/foaf/0.1/name"),
            "http://www.w3.org/2004/02/skos/core#Concept",
            List.of("http://www.w3.org/2004/02/skos/core#prefLabel"),
            "http://www.w3.org/2004/02/skos/core#ConceptScheme",
            List.of("http://purl.org/dc/terms/title"),
            "http://www.w3.org/ns/adms#Identifier",
            List.of("http://www.w3.org/2004/02/skos/core#notation"));

    @TempDir
    static Path folder;

    private static Store store;
    private static Catalogues catalogues;

    @BeforeAll
    static void takeSamples() throws IOException {
        store = House.store(folder);
        House.takeSamples(store, House.sampleSources());
        catalogues = new Catalogues(House.HOME, House.BASE, store.journal());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static List<Graph> walk(Catalogues from, Journal journal, String catalogue) {
        List<Graph> pages = new ArrayList<>();
        Optional<Cursor> at = Optional.of(new Cursor.Walk(journal.state().number(), ""));
        while (at.isPresent()) {
            Catalogues.Page page = from.page(catalogue, at.get(), SMALL);
            pages.add(page.graph());
            at = page.next();
        }
        return pages;
    }

    private static List<String> all() {
        try (Snapshot snapshot = store.journal().snapshot()) {
            List<String> all = new ArrayList<>(catalogues.sources(snapshot).keySet());
            all.add(catalogues.all());
            return all;
        }
    }

    private static List<String> listed(Graph page, String catalogue) {
        return page.find(NodeFactory.createURI(catalogue), DCAT.dataset.asNode(), Node.ANY)
                .mapWith(it -> it.getObject().getURI())
                .toList();
    }

    @Test
    void theWalkGivesEachPublicDatasetOnceInTheCatalogueOfAll() {
        List<String> listed = walk(catalogues, store.journal(), catalogues.all()).stream()
                .flatMap(it -> listed(it, catalogues.all()).stream())
                .toList();
        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(House.documents(store).stream()
                        .filter(it -> it.type().equals("dataset"))
                        .map(Document::iri)
                        .toList());
        assertThat(catalogues.total()).isEqualTo(listed.size()).isGreaterThan(50);
    }

    @Test
    void theWalkGivesEachSourceWhatItsPublicRecordsAreAbout() {
        Map<String, Set<String>> expected = new TreeMap<>();
        for (Document record : House.documents(store)) {
            if (record.type().equals("record")) {
                String topic = object(record, "http://xmlns.com/foaf/0.1/primaryTopic");
                if (topic.startsWith(House.BASE + "dataset/")) {
                    expected.computeIfAbsent(object(record, "http://purl.org/dc/terms/isPartOf"), it -> new TreeSet<>())
                            .add(topic);
                }
            }
        }
        assertThat(expected).hasSizeGreaterThan(8);
        for (String source : all()) {
            if (!source.equals(catalogues.all())) {
                List<String> listed = walk(catalogues, store.journal(), source).stream()
                        .flatMap(it -> listed(it, source).stream())
                        .toList();
                assertThat(listed)
                        .as(source)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(expected.getOrDefault(source, Set.of()));
            }
        }
    }

    private static String object(Document document, String predicate) {
        String start = "<" + document.iri() + "> <" + predicate + "> <";
        return document.triples()
                .lines()
                .filter(it -> it.startsWith(start))
                .map(it -> it.substring(start.length(), it.length() - 3))
                .findFirst()
                .orElse("");
    }

    @Test
    void everyPageOfTheSamplesConforms() {
        for (String catalogue : all()) {
            Report report = report(catalogues, store.journal(), catalogue);
            assertThat(report.missing()).as(catalogue).isEmpty();
            assertThat(report.next()).isEmpty();
            for (Graph page : walk(catalogues, store.journal(), catalogue)) {
                assertThat(missing(page)).as(catalogue).isEmpty();
            }
        }
    }

    private static Report report(Catalogues from, Journal journal, String catalogue) {
        return from.report(catalogue, new Cursor.Walk(journal.state().number(), ""));
    }

    private static Set<String> missing(Graph page) {
        Set<String> missing = new TreeSet<>();
        MANDATORY.forEach((type, properties) -> page.find(Node.ANY, NodeConst.nodeRDFType, NodeFactory.createURI(type))
                .forEachRemaining(it -> properties.stream()
                        .filter(property -> !page.contains(it.getSubject(), NodeFactory.createURI(property), Node.ANY))
                        .forEach(property -> missing.add(it.getSubject() + " " + property))));
        return missing;
    }

    /** What sources lack is delivered as it is, and the report says exactly that. */
    @Test
    void theReportListsExactlyWhatThePagesLack(@TempDir Path other) {
        try (Journal journal = Journal.open(other)) {
            String dataset = House.BASE + "dataset/doi/10.60501/bare";
            String person = House.BASE + "person/orcid/0000-0000-0000-0000";
            String file = dataset + "#file-1";
            journal.append(
                    1,
                    Instant.parse("2026-04-01T00:00:00Z"),
                    List.of(
                            document(
                                    dataset,
                                    "dataset",
                                    "<" + dataset + "> <http://purl.org/dc/terms/creator> <" + person + "> .",
                                    "<" + dataset + "> <http://purl.org/dc/terms/title> \"題だけ\"@ja .",
                                    "<" + dataset
                                            + "> <http://purl.org/dc/terms/type> <http://purl.org/coar/resource_type/none> .",
                                    "<" + dataset + "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
                                            + " <http://www.w3.org/ns/dcat#Dataset> .",
                                    "<" + dataset + "> <http://www.w3.org/ns/dcat#distribution> <" + file + "> .",
                                    "<" + file + "> <http://purl.org/dc/terms/title> \"data.csv\" ."),
                            document(
                                    person,
                                    "person",
                                    "<" + person + "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
                                            + " <http://xmlns.com/foaf/0.1/Person> .")));
            Catalogues small = new Catalogues(House.HOME, House.BASE, journal);
            Report report = report(small, journal, small.all());
            Set<String> reported = report.missing().stream()
                    .map(it -> it.node() + " " + it.property())
                    .collect(Collectors.toCollection(TreeSet::new));
            List<Graph> pages = walk(small, journal, small.all());
            assertThat(pages).hasSize(1);
            assertThat(listed(pages.getFirst(), small.all())).containsExactly(dataset);
            assertThat(reported)
                    .isEqualTo(missing(pages.getFirst()))
                    .containsExactlyInAnyOrder(
                            dataset + " http://purl.org/dc/terms/description",
                            file + " http://www.w3.org/ns/dcat#accessURL",
                            person + " http://xmlns.com/foaf/0.1/name",
                            "http://purl.org/coar/resource_type/none http://www.w3.org/2004/02/skos/core#prefLabel");
        }
    }

    @Test
    void whatLeftIsToldInAConformingWay(@TempDir Path other) {
        try (Journal journal = Journal.open(other)) {
            String dataset = House.BASE + "dataset/doi/10.60501/gone";
            Instant time = Instant.parse("2026-04-01T00:00:00Z");
            journal.append(
                    1,
                    time,
                    List.of(document(
                            dataset,
                            "dataset",
                            "<" + dataset + "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
                                    + " <http://www.w3.org/ns/dcat#Dataset> .")));
            journal.append(2, time, List.of(new DocumentChange(dataset, Optional.empty(), true)));
            Catalogues small = new Catalogues(House.HOME, House.BASE, journal);
            Cursor since = new Cursor.Changes(Position.after(1));
            Graph page = small.page(small.all(), since, SMALL).graph();
            assertThat(listed(page, small.all())).isEmpty();
            assertThat(page.contains(
                            Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/prov#invalidatedAtTime"), Node.ANY))
                    .isTrue();
            assertThat(small.report(small.all(), since).missing()).isEmpty();
            assertThat(missing(page)).isEmpty();
        }
    }

    private static DocumentChange document(String iri, String type, String... lines) {
        return new DocumentChange(
                iri,
                Optional.of(new Document(
                        iri, type, String.join("\n", new TreeSet<>(List.of(lines))) + "\n", "", List.of(), List.of())),
                false);
    }

    @Test
    void aPublisherIsSuppliedOnlyFromTheManagingInstitutionAndMarked() {
        Node property = DCTerms.publisher.asNode();
        int marked = 0;
        for (Graph page : walk(catalogues, store.journal(), catalogues.all())) {
            for (String dataset : listed(page, catalogues.all())) {
                Document document = store.journal().document(dataset).orElseThrow();
                boolean stated =
                        !object(document, "http://purl.org/dc/terms/publisher").isEmpty();
                boolean supplied =
                        page.contains(NodeFactory.createURI(dataset + "#supplied-publisher"), Node.ANY, property);
                assertThat(supplied && stated).as(dataset).isFalse();
                page.find(NodeFactory.createURI(dataset), property, Node.ANY).forEachRemaining(it -> {
                    String where = stated
                            ? "<http://purl.org/dc/terms/publisher>"
                            : "<https://w3id.org/musubi/ontology#managingInstitution>";
                    assertThat(document.triples())
                            .contains("<" + dataset + "> " + where + " <" + it.getObject() + "> .");
                });
                marked += supplied ? 1 : 0;
            }
        }
        assertThat(marked).isPositive();
    }

    @Test
    void theLicenceStandsOnDistributionsAndComesFromTheRecords() {
        int licences = 0;
        for (Graph page : walk(catalogues, store.journal(), catalogues.all())) {
            for (Triple triple :
                    page.find(Node.ANY, DCTerms.license.asNode(), Node.ANY).toList()) {
                assertThat(page.contains(triple.getSubject(), NodeConst.nodeRDFType, DCAT.Dataset.asNode()))
                        .isFalse();
                licences++;
            }
        }
        assertThat(licences).isGreaterThan(20);
    }

    @Test
    void nothingPrivateIsOnAPage() {
        Set<String> secrets = PrivacyTest.secrets(store);
        assertThat(secrets).hasSizeGreaterThan(50);
        StringWriter text = new StringWriter();
        for (String catalogue : all()) {
            for (Graph page : walk(catalogues, store.journal(), catalogue)) {
                page.find().forEachRemaining(it -> {
                    if (it.getObject().isLiteral()) {
                        text.append(it.getObject().getLiteralLexicalForm()).append('\n');
                    } else {
                        text.append(it.getObject().toString()).append('\n');
                    }
                });
            }
        }
        for (String secret : secrets) {
            assertThat(text.toString().contains(secret)).as(secret).isFalse();
        }
        assertThat(text.toString()).contains("霧島科学大学");
    }

    @Test
    void thePageBoundsChangeNoDescription() {
        Set<Triple> small = new HashSet<>();
        walk(catalogues, store.journal(), catalogues.all())
                .forEach(page -> page.find().forEachRemaining(small::add));
        Set<Triple> whole = new HashSet<>();
        catalogues
                .page(catalogues.all(), new Cursor.Walk(store.journal().state().number(), ""), Catalogues.ENTRIES)
                .graph()
                .find()
                .forEachRemaining(whole::add);
        assertThat(small).isEqualTo(whole);
    }

    @Test
    void theSameStateGivesTheSameBytes() {
        assertThat(text(new Catalogues(House.HOME, House.BASE, store.journal())))
                .isEqualTo(text(catalogues));
    }

    private static String text(Catalogues from) {
        StringWriter out = new StringWriter();
        RDFDataMgr.write(
                out,
                from.page(from.all(), new Cursor.Walk(store.journal().state().number(), ""), SMALL)
                        .graph(),
                Lang.NTRIPLES);
        return out.toString();
    }
}
