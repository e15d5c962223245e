package io.musubi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.journal.Journal;
import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries that Jena 5.6 itself answers with an exception. */
class LocalQueryTest {
    private static final String IRI = "http://localhost/dataset/1";

    @TempDir
    static Path folder;

    private static Journal journal;
    private static GraphStore graph;

    @BeforeAll
    static void open() {
        journal = Journal.open(folder);
        String text = "<%1$s> <urn:title> \"Soil\" .\n<%1$s> <urn:year> \"2020\" .\n".formatted(IRI);
        Document document = new Document(IRI, "dataset", text, "", List.of(), List.of());
        journal.append(
                1,
                Instant.parse("2026-04-01T00:00:00Z"),
                List.of(new DocumentChange(IRI, Optional.of(document), false)));
        graph = GraphStore.open(folder, journal, GraphSettings.usual(folder.resolve("home")));
        graph.follow(Progress.SILENT);
    }

    @AfterAll
    static void close() {
        graph.close();
        journal.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A join, closed without having been asked, because the other side of the outer one finds nothing.
                "?e <urn:none> ?b { ?e <urn:title> ?a { ?d <urn:year> ?b } UNION { ?a <urn:title> ?f } } | ",
                "?a <urn:title> ?t OPTIONAL { ?a <urn:none> ?b { ?a <urn:title> ?c { ?d <urn:year> ?b } UNION"
                        + " { ?a <urn:title> ?f } } } | Soil",
                "?a <urn:none> ?t OPTIONAL { ?e <urn:title> ?d BIND(?x AS ?n) VALUES ?b { 1 } } | ",
                "?a <urn:none> ?b { ?e <urn:title> ?t BIND(?x AS ?n) VALUES ?b { 1 } } | ",
                // Literals where a property must stand.
                "VALUES ?p { 1 'word' <urn:title> } ?s <urn:year> ?y . ?s ?p ?t | Soil",
                "?s <urn:year> ?y BIND(?y AS ?p) { ?s <urn:year> ?z . ?s ?p ?t } | ",
                "?s <urn:year> ?p GRAPH <" + IRI + "> { ?s <urn:year> ?z . ?s ?p ?t } | "
            })
    void answers(String pattern, @Nullable String title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new LocalQuery(graph, new PropertyFunctionRegistry())
                .run("SELECT ?t { " + pattern + " }", LocalQuery.Format.CSV, out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactlyElementsOf(title == null ? List.of() : List.of(title));
    }
}
