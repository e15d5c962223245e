package io.musubi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.journal.Documents;
import io.musubi.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OntologyTest {
    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void files() throws IOException {
        home = folder.resolve("home");
        Files.createDirectories(home.resolve("ontology/codelists"));
        Files.createDirectories(home.resolve("shapes/record"));
        Files.writeString(home.resolve("ontology/terms.ttl"), "<#a> <#b> [ <#c> 1 ] .");
        Files.writeString(home.resolve("ontology/codelists/list.ttl"), "<#d> <#e> <#f> .");
        Files.writeString(home.resolve("shapes/record/rule.ttl"), "<#g> <#h> <#i> .");
        Files.writeString(home.resolve("shapes/record/README.md"), "not Turtle");
        Files.createDirectories(home.resolve("shapes/record/examples/Rule"));
        Files.writeString(home.resolve("shapes/record/examples/Rule/invalid.ttl"), "<#x> <#y> \"wrong\"^^<#z> .");
    }

    @Test
    void itIsANamedGraphThatFollowsItsFilesAndIsNoPartOfTheState() throws IOException {
        try (Journal journal = Journal.open(folder.resolve("public"))) {
            journal.append(1, Instant.EPOCH, List.of(Documents.publish(Documents.titled("dataset", 1, "a"))));
            assertThat(sizeAfterOpening(journal)).isEqualTo(4);
            assertThat(sizeAfterOpening(journal)).isEqualTo(4);

            Files.writeString(home.resolve("ontology/terms.ttl"), "<#a> <#b> <#x> .");
            assertThat(sizeAfterOpening(journal)).isEqualTo(3);
        }
    }

    private long sizeAfterOpening(Journal journal) {
        try (GraphStore graph = GraphStore.open(folder.resolve("public"), journal, GraphSettings.usual(home))) {
            graph.follow(Progress.SILENT);
            assertThat(StateCheck.of(graph.dataset()).sound()).isTrue();
            long size = size(graph);
            graph.rebuild(Progress.SILENT);
            assertThat(size(graph)).isEqualTo(size);
            return size;
        }
    }

    private static long size(GraphStore graph) {
        return Txn.calculateRead(graph.dataset(), () ->
                (long) graph.dataset().getGraph(Names.ONTOLOGY).size());
    }

    @Test
    void aMistakeNamesTheFileAndTheLine() throws IOException {
        Path file = home.resolve("shapes/record/wrong.ttl");
        Files.writeString(file, "\n<#a> <#b> .");
        try (Journal journal = Journal.open(folder.resolve("public"))) {
            assertThatThrownBy(() -> GraphStore.open(folder.resolve("public"), journal, GraphSettings.usual(home)))
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("line: 2");
            Files.delete(file);
            GraphStore.open(folder.resolve("public"), journal, GraphSettings.usual(home))
                    .close();
        }
    }
}
