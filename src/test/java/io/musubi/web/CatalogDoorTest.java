package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Document;
import io.musubi.rdf.Syntax;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /catalog} and the data of {@code /catalog/{source}} over HTTP, as a harvester asks. */
class CatalogDoorTest {
    private static final Path HOME =
            Path.of(System.getProperty("musubi.home", ".")).toAbsolutePath().normalize();
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String A = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ";

    @TempDir
    Path folder;

    private Served served;

    @BeforeEach
    void start() {
        served = Served.start(folder, HOME, Limits.standard());
    }

    @AfterEach
    void close() {
        served.close();
    }

    private static String number(int number) {
        return String.format("%03d", number);
    }

    private static String iri(int number) {
        return Served.BASE + "dataset/doi/10.60501/" + number(number);
    }

    private static Document dataset(int number, String title) {
        return Served.document(
                "dataset/doi/10.60501/" + number(number),
                "dataset",
                List.of(),
                A + "<" + DCAT + "Dataset>",
                "<" + DCT + "title> \"" + title + "\"@en",
                "<" + DCT + "description> \"A dataset.\"@en");
    }

    private static Document record(String source, int number) {
        return Served.document(
                "record/" + source + "/" + number,
                "record",
                List.of(),
                A + "<" + DCAT + "CatalogRecord>",
                "<" + DCT + "isPartOf> <" + Served.BASE + "catalog/" + source + ">",
                "<http://xmlns.com/foaf/0.1/primaryTopic> <" + iri(number) + ">");
    }

    private static Document source(String source) {
        return Served.document(
                "catalog/" + source,
                "catalog",
                List.of(),
                A + "<" + DCAT + "Catalog>",
                "<" + DCT + "title> \"Source " + source + "\"@en");
    }

    private void publish(int from, int to) {
        List<Document> documents = new ArrayList<>(List.of(source("a")));
        for (int i = from; i < to; i++) {
            documents.add(dataset(i, "Title " + i));
            documents.add(record("a", i));
        }
        served.publish(documents.toArray(Document[]::new));
    }

    private HttpResponse<String> get(String path, String... headers) {
        try {
            return served.get(path, headers);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Graph graph(String path) {
        HttpResponse<String> response = get(path, "Accept", "text/turtle");
        assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
        return parse(response.body(), Lang.TURTLE);
    }

    private static Graph parse(String text, Lang lang) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, lang).parse(graph);
        return graph;
    }

    private static List<String> objects(Graph graph, String property) {
        return graph.find(Node.ANY, NodeFactory.createURI(property), Node.ANY)
                .mapWith(it -> it.getObject().isURI()
                        ? it.getObject().getURI()
                        : it.getObject().getLiteralLexicalForm())
                .toList();
    }

    private static List<String> datasets(Graph graph) {
        return objects(graph, DCAT + "dataset");
    }

    /** The next page's address on this server, from the data. */
    private static Optional<String> next(Graph graph) {
        return objects(graph, HYDRA + "next").stream()
                .map(it -> it.substring(Served.BASE.length() - 1))
                .findFirst();
    }

    @Test
    void everySyntaxIsServedByExtensionByAcceptAndByParameter() {
        publish(1, 4);
        Graph turtle = graph("/catalog?walk=first");
        for (Syntax syntax : Syntax.values()) {
            Lang lang = RDFLanguages.contentTypeToLang(syntax.mediaType());
            for (String path : List.of("/catalog", "/catalog/a")) {
                List<HttpResponse<String>> ways = List.of(
                        get(path + "." + syntax.extension()),
                        get(path, "Accept", syntax.mediaType()),
                        get(path + "?format=" + syntax.extension()));
                for (HttpResponse<String> way : ways) {
                    assertThat(way.statusCode()).isEqualTo(200);
                    assertThat(way.headers().firstValue("Content-Type").orElse(""))
                            .startsWith(syntax.mediaType());
                    assertThat(datasets(parse(way.body(), lang))).containsExactlyInAnyOrderElementsOf(datasets(turtle));
                }
            }
        }
        assertThat(get("/catalog", "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void pagesLeadOnInDataAndHeaderAndKeepWhatWasAskedFor() {
        publish(1, 12);
        HttpResponse<String> first = get("/catalog.rdf?limit=5");
        Graph page = parse(first.body(), Lang.RDFXML);
        assertThat(datasets(page)).hasSize(5);
        assertThat(objects(page, HYDRA + "totalItems")).containsOnly("11");
        String next = next(page).orElseThrow();
        assertThat(next).startsWith("/catalog.rdf?").contains("limit=5");
        assertThat(objects(page, HYDRA + "nextPage")).containsExactlyElementsOf(objects(page, HYDRA + "next"));
        assertThat(first.headers().allValues("Link"))
                .anyMatch(it -> it.equals("<" + next.substring(next.indexOf('?')) + ">; rel=\"next\""));

        List<String> walked = new ArrayList<>(datasets(page));
        for (Optional<String> at = Optional.of(next); at.isPresent(); at = next(page)) {
            page = parse(get(at.get()).body(), Lang.RDFXML);
            walked.addAll(datasets(page));
        }
        assertThat(walked).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void everyPageRepeatsTheCatalogue() {
        publish(1, 6);
        for (String way : List.of("/catalog?limit=2", "/catalog/a?limit=2")) {
            int pages = 0;
            for (Optional<String> at = Optional.of(way); at.isPresent(); pages++) {
                Graph page = graph(at.get());
                Node catalogue =
                        NodeFactory.createURI(Served.BASE + way.substring(1).replaceFirst("\\?.*", ""));
                for (String property : List.of("title", "description", "publisher")) {
                    assertThat(page.contains(catalogue, NodeFactory.createURI(DCT + property), Node.ANY))
                            .as(at + " " + property)
                            .isTrue();
                }
                at = next(page);
            }
            assertThat(pages).isEqualTo(3);
        }
    }

    @Test
    void changesSinceADateComeAloneAndWhatLeftIsTold() {
        publish(1, 4);
        Graph before = graph("/catalog");
        String time = objects(before, DCT + "modified").stream()
                .max(String::compareTo)
                .orElseThrow();
        served.publish(dataset(2, "Changed"));
        served.withdraw("record/a/3");
        served.withdraw("dataset/doi/10.60501/003");

        Graph all = graph("/catalog?modified_since=2020-01-01");
        assertThat(datasets(all)).containsExactlyInAnyOrder(iri(1), iri(2));
        Graph later = graph("/catalog?modified_since=" + Served.encode("2026-04-02T00:00:01Z"));
        assertThat(datasets(later)).containsExactly(iri(2));
        assertThat(objects(later, HYDRA + "totalItems")).isEmpty();
        Node status = NodeFactory.createURI("http://www.w3.org/ns/adms#status");
        List<Node> withdrawn = later.find(
                        Node.ANY, status, NodeFactory.createURI("http://purl.org/adms/status/Withdrawn"))
                .mapWith(it -> it.getSubject())
                .toList();
        assertThat(withdrawn).hasSize(1);
        assertThat(later.contains(
                        withdrawn.getFirst(),
                        NodeFactory.createURI("http://xmlns.com/foaf/0.1/primaryTopic"),
                        NodeFactory.createURI(iri(3))))
                .isTrue();
        assertThat(objects(later, "http://www.w3.org/ns/prov#invalidatedAtTime"))
                .hasSize(1);
        // Since is inclusive: the state of the last harvest comes once more, and nothing between is lost.
        assertThat(datasets(graph("/catalog?modified_since=" + Served.encode(time))))
                .hasSize(2);
        assertThat(datasets(graph("/catalog?modified_since=2030-01-01"))).isEmpty();
    }

    @Test
    void datesAreReadAsEarlyAsTheyCanBe() {
        publish(1, 2); // at 2026-04-02T00:00:00Z
        assertThat(datasets(graph("/catalog?modified_since=2026-04-02T00:00:00Z")))
                .hasSize(1);
        assertThat(datasets(graph("/catalog?modified_since=2026-04-02T00:00:01Z")))
                .isEmpty();
        assertThat(datasets(graph("/catalog?modified_since=2026-04-02T09:00:00%2B09:00")))
                .hasSize(1);
        assertThat(datasets(graph("/catalog?modified_since=2026-04-02T09:00:00+09:00")))
                .as("a plus that nobody encoded")
                .hasSize(1);
        assertThat(datasets(graph("/catalog?modified_since=2026-04-02T09:00:01%2B09:00")))
                .isEmpty();
        assertThat(datasets(graph("/catalog?modified_since=2026-04-02T14:00:00")))
                .as("UTC+14")
                .hasSize(1);
        assertThat(datasets(graph("/catalog?modified_since=2026-04-02T14:00:01")))
                .isEmpty();
        assertThat(datasets(graph("/catalog?modified_since=2026-04-02"))).hasSize(1);
        assertThat(datasets(graph("/catalog?modified_since=2026-04-03"))).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefusedInWords() {
        publish(1, 3);
        for (String wrong : List.of(
                "modified_since=yesterday",
                "modified_since=2026-02-31",
                "modified_since=",
                "limit=0",
                "limit=101",
                "limit=x",
                "walk=99",
                "changes=-1",
                "changes=x",
                "page=2")) {
            HttpResponse<String> response = get("/catalog?" + wrong, "Accept-Language", "ja");
            assertThat(response.statusCode()).as(wrong).isEqualTo(400);
            assertThat(response.body()).as(wrong).contains("detail").matches("(?s).*[ぁ-ん].*");
        }
    }

    @Test
    void anUnchangedCatalogueIsNotSentAgain() throws Exception {
        publish(1, 3);
        String tag = get("/catalog.ttl").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/catalog.ttl", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/catalog.ttl?limit=1", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        HttpResponse<String> head = served.send("HEAD", "/catalog.ttl", null);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        assertThat(head.headers().firstValue("Musubi-State").orElse(""))
                .isEqualTo(served.journal.state().id());
        assertThat(get("/catalog.ttl").body()).contains("Title 1");
        served.publish(dataset(1, "Changed"));
        HttpResponse<String> changed = get("/catalog.ttl", "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("Changed").doesNotContain("Title 1");
    }

    @Test
    void pagesOfSourcesAndWhatIsNoCatalogueStayWithTheEntities() {
        publish(1, 3);
        HttpResponse<String> page = get("/catalog/a", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(get("/catalog/nowhere").statusCode()).isEqualTo(404);
        served.withdraw("catalog/a");
        assertThat(get("/catalog/a").statusCode()).isEqualTo(410);
    }

    @Test
    void peopleAreToldHowToHarvest() {
        publish(1, 3);
        HttpResponse<String> english = get("/catalog", "Accept", "text/html", "Accept-Language", "en");
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.body()).contains("Source a", "modified_since", "catalog/a.jsonld", "catalog?report");
        assertThat(get("/catalog.html", "Accept-Language", "ja").body()).contains("集め方");
    }

    @Test
    void theReportIsJsonForMachinesAndAPageForPeople() {
        publish(1, 3);
        served.publish(Served.document(
                "dataset/doi/10.60501/bare",
                "dataset",
                List.of(),
                A + "<" + DCAT + "Dataset>",
                "<" + DCT + "title> \"<b>Bare</b>\"@en"));
        HttpResponse<String> json = get("/catalog?report");
        assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(json.body())
                .contains("\"looked\" : 3", "\"DatasetDescription\"", Served.BASE + "dataset/doi/10.60501/bare");
        HttpResponse<String> page = get("/catalog?report", "Accept", "text/html", "Accept-Language", "en");
        assertThat(page.body()).contains("A dataset has no description").contains("dataset/doi/10.60501/bare");
        assertThat(get("/catalog/a?report").body()).contains("\"missing\" : [ ]");
        assertThat(get("/catalog?report", "Accept", "text/turtle").statusCode()).isEqualTo(406);
    }

    /** Whoever follows the pages to the last holds what is there, whatever was written meanwhile. */
    @Test
    void aHarvestWhileThingsChangeLosesNothing() {
        Random random = new Random(7);
        publish(1, 30);
        for (String way : List.of("/catalog?limit=4", "/catalog/a?limit=4")) {
            Map<String, String> harvested = new TreeMap<>();
            int step = 0;
            for (Optional<String> at = Optional.of(way); at.isPresent(); step++) {
                Graph page = graph(at.get());
                take(page, harvested);
                at = next(page);
                if (step < 8) {
                    change(random, way + step);
                }
            }
            Map<String, String> now = new TreeMap<>();
            take(graph(way.replaceFirst("\\?.*", "")), now);
            assertThat(harvested).as(way).isEqualTo(now);
            assertThat(step).isGreaterThan(8);
        }
    }

    private static void take(Graph page, Map<String, String> harvested) {
        Node title = NodeFactory.createURI(DCT + "title");
        datasets(page)
                .forEach(it -> harvested.put(
                        it,
                        page.find(NodeFactory.createURI(it), title, Node.ANY)
                                .next()
                                .getObject()
                                .getLiteralLexicalForm()));
        page.find(
                        Node.ANY,
                        NodeFactory.createURI("http://www.w3.org/ns/adms#status"),
                        NodeFactory.createURI("http://purl.org/adms/status/Withdrawn"))
                .forEachRemaining(it -> harvested.remove(page.find(
                                it.getSubject(),
                                NodeFactory.createURI("http://xmlns.com/foaf/0.1/primaryTopic"),
                                Node.ANY)
                        .next()
                        .getObject()
                        .getURI()));
    }

    private void change(Random random, String title) {
        int number = 1 + random.nextInt(40);
        served.publish(dataset(number, title), record("a", number));
        int gone = 1 + random.nextInt(40);
        served.withdraw("record/a/" + gone);
        served.withdraw("dataset/doi/10.60501/" + number(gone));
    }

    @Test
    void theLinksNeedNoMoreThanTheNamesOfDatasets() {
        publish(1, 3);
        String next = next(graph("/catalog?limit=1")).orElseThrow();
        assertThat(new TreeSet<>(List.of(next.substring(next.indexOf('?') + 1).split("&", -1))))
                .containsExactly("after=dataset/doi/10.60501/001", "limit=1", "walk=1");
    }
}
