package io.musubi.publish;

import io.musubi.journal.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Our documents in DCAT-AP 3.0.1: the queries of {@code mappings/dcat-ap}, asked one after the other in the order of their
 * names. Each sees the documents in the default graph, the code lists as {@code <https://w3id.org/musubi/ontology>} and
 * what the page holds so far as {@code <https://w3id.org/musubi/page>}; what it constructs is added to the page.
 */
final class DcatAp {
    private static final Node ONTOLOGY = NodeFactory.createURI("https://w3id.org/musubi/ontology");
    private static final Node PAGE = NodeFactory.createURI("https://w3id.org/musubi/page");

    private final String base;
    private final List<Query> queries;
    private final Graph codeLists;
    private final Graph catalogue;

    /**
     * Reads the queries and code lists.
     *
     * @param home the folder with {@code mappings/} and {@code ontology/}
     * @param base the base IRI
     * @throws IllegalArgumentException when a file cannot be read; the message names it
     */
    DcatAp(Path home, String base) {
        this.base = base;
        Path mapping = home.resolve("mappings/dcat-ap");
        this.queries = files(mapping, ".rq").stream().map(DcatAp::query).toList();
        this.codeLists = turtle(files(home.resolve("ontology"), ".ttl"), base);
        this.catalogue = turtle(files(mapping, ".ttl"), base);
    }

    /** The description of a page: self-contained, every triple once, always the same for the same state. */
    Graph describe(Snapshot snapshot, CataloguePage page) {
        Graph documents = GraphFactory.createDefaultGraph();
        new Surroundings(snapshot, base, documents).collect(page);
        catalogue.find().forEachRemaining(documents::add);
        Graph described = GraphFactory.createDefaultGraph();
        if (page.catalogue().equals(base + "catalog")) {
            catalogue.find().forEachRemaining(described::add);
        }
        Entries.write(page, described);
        DatasetGraph dataset = new DatasetGraphMapLink(documents);
        dataset.addGraph(ONTOLOGY, codeLists);
        dataset.addGraph(PAGE, described);
        for (Query query : queries) {
            construct(dataset, query).forEach(described::add);
        }
        return described;
    }

    private static List<Triple> construct(DatasetGraph dataset, Query query) {
        try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            List<Triple> constructed = new ArrayList<>();
            execution.constructTriples().forEachRemaining(constructed::add);
            return constructed;
        }
    }

    private static Query query(Path file) {
        try {
            return QueryFactory.create(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (QueryException e) {
            throw new IllegalArgumentException(file + " is no SPARQL: " + e.getMessage(), e);
        }
    }

    static Graph turtle(List<Path> files, String base) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (Path file : files) {
            try {
                RDFParser.source(file).base(base).parse(graph);
            } catch (RiotException e) {
                throw new IllegalArgumentException(file + " is no Turtle: " + e.getMessage(), e);
            }
        }
        return graph;
    }

    /** The files below {@code folder} with an ending, sorted; but no examples. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(it -> it.toString().endsWith(ending)
                            && !folder.relativize(it).toString().contains("examples"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
