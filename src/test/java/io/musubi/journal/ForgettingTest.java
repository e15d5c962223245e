package io.musubi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten is in no file. Each test first finds what it looks for, so that it can fail. */
class ForgettingTest {
    private static final Instant TIME = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir
    Path folder;

    private final Document closing = closing();
    private final Document other = Documents.titled("dataset", 2, "とどまる文書");

    /** A long text that does not compress, so that its packed bytes fill pages of their own. */
    private static Document closing() {
        byte[] noise = new byte[6_000];
        new Random(1).nextBytes(noise);
        Document document =
                Documents.titled("dataset", 1, "題名 " + HexFormat.of().formatHex(noise));
        return new Document(
                document.iri(),
                "dataset",
                document.triples(),
                "",
                List.of("handle:20.500.99999/himitsu"),
                List.of("http://localhost:8080/dataset/handle/20.500.99999/himitsu"));
    }

    @Test
    void aForgottenDocumentLeavesTheFilesAtOnce() throws Exception {
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, List.of(Documents.publish(closing), Documents.publish(other)));
            List<byte[]> pieces = pieces();
            assertThat(found(pieces)).isNotEmpty();
            assertThat(found(List.of("20.500.99999/himitsu".getBytes(StandardCharsets.UTF_8))))
                    .isNotEmpty();

            journal.append(2, TIME, List.of(Documents.withdraw(closing.iri(), true)));

            assertThat(journal.erasureWaits()).isFalse();
            assertThat(found(pieces)).isEmpty();
            assertThat(found(List.of("himitsu".getBytes(StandardCharsets.UTF_8))))
                    .isEmpty();
            assertThat(texts()).isEqualTo(1);
            assertThat(journal.document(other.iri())).contains(other);
            assertThat(journal.lookup(closing.iri())).isInstanceOf(Lookup.Gone.class);
            assertThat(journal.lookup(closing.aliases().getFirst())).isInstanceOf(Lookup.Gone.class);
        }
    }

    @Test
    void earlierVersionsAreForgottenAndTheNewOneStays() throws Exception {
        Document shorter = Documents.titled("dataset", 1, "公開してよい部分");
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, List.of(Documents.publish(closing)));
            List<byte[]> pieces = pieces();
            journal.append(2, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "途中"))));
            assertThat(found(pieces)).isNotEmpty();
            try (Snapshot snapshot = journal.snapshot()) {
                assertThat(snapshot.forgettings()).isZero();
            }
            journal.append(3, TIME, List.of(new DocumentChange(shorter.iri(), Optional.of(shorter), true)));

            assertThat(found(pieces)).isEmpty();
            assertThat(texts()).isEqualTo(1);
            assertThat(journal.document(shorter.iri())).contains(shorter);
            try (Snapshot snapshot = journal.snapshot()) {
                assertThat(snapshot.forgettings()).isEqualTo(1);
            }
        }
    }

    @Test
    void anUnchangedDocumentCanForgetItsPastWithoutANewState() throws Exception {
        Document now = Documents.titled("dataset", 1, "今");
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, List.of(Documents.publish(closing)));
            List<byte[]> pieces = pieces();
            journal.append(2, TIME, List.of(Documents.publish(now)));
            journal.append(3, TIME, List.of(new DocumentChange(now.iri(), Optional.of(now), true)));

            assertThat(journal.state().number()).isEqualTo(2);
            assertThat(found(pieces)).isEmpty();
            assertThat(journal.document(now.iri())).contains(now);
        }
    }

    @Test
    void whatWasWithdrawnEarlierCanBeForgottenLater() throws Exception {
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, List.of(Documents.publish(closing)));
            List<byte[]> pieces = pieces();
            journal.append(2, TIME, List.of(Documents.withdraw(closing.iri(), false)));
            assertThat(found(pieces)).isNotEmpty();

            journal.append(3, TIME, List.of(Documents.withdraw(closing.iri(), true)));
            assertThat(journal.state().number()).isEqualTo(2);
            assertThat(found(pieces)).isEmpty();
        }
    }

    @Test
    void whileAReaderHoldsAnOldStateErasureWaitsAndIsMadeUpFor() throws Exception {
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, List.of(Documents.publish(closing)));
            List<byte[]> pieces = pieces();
            try (Snapshot snapshot = journal.snapshot()) {
                journal.append(2, TIME, List.of(Documents.withdraw(closing.iri(), true)));
                assertThat(journal.erasureWaits()).isTrue();
                assertThat(snapshot.document(closing.iri())).contains(closing);
            }
            journal.append(3, TIME, List.of());
            assertThat(journal.erasureWaits()).isFalse();
            assertThat(found(pieces)).isEmpty();
        }
    }

    @Test
    void dictionariesHoldNothingThatARecordSaid() throws Exception {
        String secret = "himitsu-no-kotoba";
        List<DocumentChange> changes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String iri = Documents.iri("dataset", i);
            changes.add(Documents.publish(Documents.document(
                    iri,
                    "dataset",
                    "<" + iri + "> <http://purl.org/dc/terms/title> \"" + secret + "\\\"^^<http://" + secret
                            + "> .\" .",
                    "<" + iri + "> <http://purl.org/dc/terms/title> \"" + secret + "\"@ja .",
                    "<" + iri + "> <http://purl.org/dc/terms/creator> <http://example.org/" + secret + "> .",
                    "<" + iri + "> <http://purl.org/dc/terms/issued>"
                            + " \"2026\"^^<http://www.w3.org/2001/XMLSchema#gYear> .")));
        }
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, changes);
            assertThat(found(List.of("XMLSchema#gYear".getBytes(StandardCharsets.UTF_8))))
                    .isNotEmpty();
            assertThat(found(List.of(secret.getBytes(StandardCharsets.UTF_8)))).isEmpty();
            assertThat(journal.document(Documents.iri("dataset", 7))
                            .orElseThrow()
                            .triples())
                    .contains(secret);
        }
    }

    /** Pieces of the packed text of the closing document, as they stand in the file. */
    private List<byte[]> pieces() throws SQLException {
        byte[] packed = query("SELECT packed FROM text ORDER BY size DESC LIMIT 1", row -> row.getBytes(1));
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 100; at + 32 < packed.length; at += 700) {
            pieces.add(Arrays.copyOfRange(packed, at, at + 32));
        }
        return pieces;
    }

    private int texts() throws SQLException {
        return query("SELECT count(*) FROM text", row -> row.getInt(1));
    }

    private <T> T query(String sql, Database.Row<T> read) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return read.read(row);
        }
    }

    /** The files that hold any of these pieces. */
    private List<Path> found(List<byte[]> pieces) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> pieces.stream().anyMatch(piece -> holds(file, piece)))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] piece) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.contains(new String(piece, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
