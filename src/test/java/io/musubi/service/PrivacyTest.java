package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.graph.Progress;
import io.musubi.journal.Lookup;
import io.musubi.ledger.StoredRecord;
import io.musubi.model.Description;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Non-public facts never leave: neither in documents nor in any file of the public folder. */
class PrivacyTest {
    @TempDir
    Path folder;

    @Test
    void nothingPrivateOfTheSamplesIsPublic() throws IOException {
        Set<String> secrets;
        String documents;
        try (Store store = House.store(folder)) {
            House.takeSamples(store, House.sampleSources());
            secrets = secrets(store);
            documents = House.documents(store).toString();
            try (GraphStore graph =
                    GraphStore.open(store.publicFolder(), store.journal(), GraphSettings.usual(House.HOME))) {
                graph.follow(Progress.SILENT);
            }
        }
        assertThat(secrets).hasSizeGreaterThan(50);
        List<String> files = publicFiles();
        for (String secret : secrets) {
            assertThat(documents.contains(secret)).as(secret).isFalse();
            for (String file : files) {
                assertThat(file.contains(bytes(secret))).as(secret).isFalse();
            }
        }
    }

    /** Texts that only private statements or closed records hold. */
    static Set<String> secrets(Store store) {
        Set<String> secrets = new HashSet<>();
        StringBuilder open = new StringBuilder();
        for (long id : store.ledger().records().live(Optional.empty())) {
            StoredRecord record = store.ledger().records().get(id);
            MappedRecord mapped =
                    store.ledger().records().mapped(record.version().orElseThrow());
            statements(mapped).forEach(it -> {
                if (it.object() instanceof Term.Literal literal && isTelling(literal)) {
                    if (it.isPrivate() || !record.isOpen()) {
                        secrets.add(literal.lexical());
                    } else {
                        open.append(literal.lexical()).append('\n');
                    }
                }
            });
            if (record.isOpen()) {
                mapped.descriptions()
                        .forEach(it -> it.claims()
                                .forEach(claim -> open.append(claim.raw()).append('\n')));
            }
        }
        Set<String> only = new HashSet<>(secrets);
        only.removeIf(it -> open.indexOf(it) >= 0);
        return only;
    }

    /** Dates, numbers and short words may stand in public elsewhere by chance. */
    private static boolean isTelling(Term.Literal literal) {
        return literal.lexical().length() >= 8 && !literal.lexical().matches("[0-9./:TZ><A-Z-]+");
    }

    private static Stream<Statement> statements(MappedRecord record) {
        return Stream.concat(
                record.descriptions().stream().map(Description::statements).flatMap(List::stream),
                record.about().stream());
    }

    /** The files as text of one byte a character, so that any bytes can be looked for. */
    private List<String> publicFiles() throws IOException {
        List<String> texts = new ArrayList<>();
        try (var files = Files.walk(folder.resolve("public"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void theTestWouldNoticePublicText() throws IOException {
        try (Store store = House.store(folder)) {
            House.takeSamples(store, House.sampleSources());
            try (GraphStore graph =
                    GraphStore.open(store.publicFolder(), store.journal(), GraphSettings.usual(House.HOME))) {
                graph.follow(Progress.SILENT);
            }
        }
        assertThat(publicFiles()).anyMatch(it -> it.contains(bytes("霧島科学大学")));
    }

    @Test
    void aRecordThatClosesIsGoneAtOnceAndFromTheFilesAfterTheSwap() throws IOException {
        String secret = "Vanishing title 8f14e45fceea167a";
        Path file = folder.resolve("delivery.json");
        Path data = folder.resolve("data");
        try (Store store = House.store(data);
                GraphStore graph =
                        GraphStore.open(store.publicFolder(), store.journal(), GraphSettings.usual(House.HOME))) {
            deliver(store, file, secret, "open access");
            graph.follow(Progress.SILENT);
            String iri = House.documents(store).stream()
                    .filter(it -> it.type().equals("dataset"))
                    .findFirst()
                    .orElseThrow()
                    .iri();
            assertThat(House.documents(store).toString()).contains(secret);

            deliver(store, file, secret, "closed access");
            assertThat(House.documents(store).toString()).doesNotContain(secret);
            assertThat(store.journal().lookup(iri)).isInstanceOf(Lookup.Gone.class);
            graph.follow(Progress.SILENT);
            graph.rebuild(Progress.SILENT);
        }
        try (var files = Files.walk(data.resolve("public"))) {
            for (Path it : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(it, StandardCharsets.ISO_8859_1))
                        .as(it.toString())
                        .doesNotContain(secret);
            }
        }
    }

    private static void deliver(Store store, Path file, String title, String access) throws IOException {
        String text = Files.readString(House.HOME.resolve("src/test/resources/service/closing.json"))
                .replace("TITLE", title)
                .replace("ACCESS", access);
        Files.writeString(file, text);
        IngestReport report = new Deliveries(store, House.rules(), io.musubi.service.Progress.SILENT)
                .take(file, Optional.empty(), Optional.empty());
        assertThat(report.of(Outcome.STORED)).isEqualTo(1);
    }
}
