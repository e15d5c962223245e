package io.musubi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.journal.Documents;
import io.musubi.journal.Journal;
import io.musubi.model.Document;
import io.musubi.model.Term;
import io.musubi.rdf.NTriples;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph gives back each triple in the spelling in which the journal has it. */
class ExactTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    @TempDir
    Path folder;

    @Test
    void everyLiteralComesBackAsItWasWritten() {
        Random random = new Random(Long.getLong("seed", 11));
        String iri = Documents.iri("dataset", 1);
        TreeSet<String> lines = new TreeSet<>();
        for (int i = 0; i < 3_000; i++) {
            lines.add(NTriples.line(iri, "http://e.org/p", Documents.text(random)));
        }
        for (String type : List.of(
                "integer",
                "decimal",
                "double",
                "float",
                "boolean",
                "date",
                "dateTime",
                "gYear",
                "gYearMonth",
                "int",
                "long",
                "time",
                "duration",
                "anyURI",
                "unsignedByte",
                "dateTimeStamp")) {
            for (String lexical : List.of(
                    "0",
                    "-0",
                    "00",
                    "+7",
                    "007",
                    "7",
                    "-5",
                    "1.50",
                    "1.0",
                    "1.",
                    ".5",
                    "1e3",
                    "1E+03",
                    "NaN",
                    "INF",
                    "true",
                    "1",
                    "2026",
                    "2026-04",
                    "2026-04-01",
                    "2026-04-01+09:00",
                    "2026-04-01T00:00:00.10",
                    "2026-04-01T24:00:00",
                    "2026-04-01T00:00:00-00:00",
                    "-0001-01-01",
                    "P1Y",
                    "P12M",
                    " 1 ",
                    "",
                    "99999999999999999999999",
                    "二〇二六")) {
                lines.add(NTriples.line(iri, "http://e.org/q", new Term.Literal(lexical, XSD + type, "")));
            }
        }
        for (String odd : List.of(
                "http://e.org/文書/../a?b=c&d#e",
                "http://e.org/%7Ea%2f",
                "HTTP://E.ORG:80/",
                "urn:x:y",
                "http://e.org/😀",
                "http://e.org/a b",
                "http://e.org/{x}|^`\\\"<>",
                "relative",
                "http://e.org/\u0001")) {
            lines.add(NTriples.line(iri, "http://e.org/r", new Term.Iri(odd)));
        }
        lines.add(NTriples.line(iri, "http://e.org/s", Term.Literal.string("a\u0000b")));
        Document document = Documents.document(iri, "dataset", lines.toArray(String[]::new));

        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(folder))) {
            journal.append(1, Instant.EPOCH, List.of(Documents.publish(document)));
            graph.follow(Progress.SILENT);
            assertSame(lines(graph), lines);
            graph.rebuild(Progress.SILENT);
            assertSame(lines(graph), lines);
            assertThat(StateCheck.of(graph.dataset()).hash())
                    .isEqualTo(journal.state().hash());
        }
    }

    private static void assertSame(Set<String> found, Set<String> expected) {
        assertThat(List.of(minus(expected, found), minus(found, expected)))
                .as("lost, come up")
                .allSatisfy(each -> assertThat(each).isEmpty());
    }

    private static List<String> minus(Set<String> some, Set<String> others) {
        return some.stream().filter(line -> !others.contains(line)).toList();
    }

    private static Set<String> lines(GraphStore graph) {
        Set<String> found = new TreeSet<>();
        Txn.executeRead(
                graph.dataset(),
                () -> graph.dataset()
                        .find(Quad.defaultGraphNodeGenerated, Node.ANY, Node.ANY, Node.ANY)
                        .forEachRemaining(quad -> found.add(Lines.line(quad.asTriple()))));
        return found;
    }

    @Test
    void readersCannotWrite() {
        try (Journal journal = Journal.open(folder);
                GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(folder))) {
            assertThatThrownBy(() -> graph.dataset().begin(ReadWrite.WRITE))
                    .isInstanceOf(JenaTransactionException.class)
                    .hasMessageContaining("read only");
            assertThat(graph.dataset().isInTransaction()).isFalse();
        }
    }
}
