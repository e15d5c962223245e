package io.musubi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.model.State;
import io.musubi.rdf.TripleSetHash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final Instant TIME = Instant.parse("2026-04-01T00:00:00.123Z");

    @TempDir
    Path folder;

    @Test
    void theEmptyJournalIsStateZero() {
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.state()).isEqualTo(Journal.EMPTY);
            assertThat(journal.lastCommit()).isZero();
            assertThat(journal.lookup("http://localhost:8080/dataset/x")).isEqualTo(new Lookup.Unknown());
        }
    }

    @Test
    void aCommitBecomesAState() {
        Document document = Documents.titled("dataset", 1, "霧島の火山灰");
        try (Journal journal = Journal.open(folder)) {
            State state = journal.append(7, TIME, List.of(Documents.publish(document)));

            TripleSetHash hash = TripleSetHash.empty();
            hash.addAll(document.triples());
            assertThat(state).isEqualTo(new State(1, TIME, hash.hex())).isEqualTo(journal.state());
            assertThat(journal.lastCommit()).isEqualTo(7);
            assertThat(journal.lookup(document.iri())).isEqualTo(new Lookup.Found(document, state));
            assertThat(journal.identified("doi", "10.60501/1")).contains(document.iri());
        }
        try (Journal again = Journal.openReadOnly(folder)) {
            assertThat(again.document(document.iri())).contains(document);
            assertThat(again.state().number()).isEqualTo(1);
        }
    }

    /** Views read while a commit is made, so that SQLite itself never begins its log anew. */
    @Test
    void theLogDoesNotGrowBesideReaders() {
        Random random = new Random(1);
        try (Journal journal = Journal.open(folder)) {
            for (int i = 1; i <= 26; i++) {
                byte[] noise = new byte[3 << 20];
                random.nextBytes(noise);
                Document large = Documents.titled("dataset", i, HexFormat.of().formatHex(noise));
                List<Snapshot> readers = new ArrayList<>();
                List<DocumentChange> readMeanwhile = new AbstractList<>() {
                    @Override
                    public DocumentChange get(int index) {
                        readers.add(journal.snapshot());
                        return Documents.publish(large);
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
                };
                journal.append(i, TIME, readMeanwhile);
                readers.forEach(Snapshot::close);
                assertThat(readers).isNotEmpty();
            }
            assertThat(folder.resolve("journal.db-wal").toFile().length()).isLessThan(80 << 20);
            assertThat(journal.state().number()).isEqualTo(26);
        }
    }

    /** However many there are: the home page shows them. */
    @Test
    void theNewestAreFoundWithoutLookingAtAll() {
        Journal.open(folder).close();
        try (Database database = Database.reader(folder.resolve("journal.db"))) {
            List<String> plan = database.list(
                    "EXPLAIN QUERY PLAN " + Snapshot.LATEST + Snapshot.NEWEST, row -> row.getString(4), "dataset", 5);
            assertThat(plan).first().asString().contains("document_newest");
            assertThat(plan).noneMatch(it -> it.contains("TEMP B-TREE"));
        }
    }

    @Test
    void theSameCommitTwiceChangesNothing() {
        try (Journal journal = Journal.open(folder)) {
            State first = journal.append(1, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "a"))));
            State again = journal.append(1, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "b"))));

            assertThat(again).isEqualTo(first).isEqualTo(journal.state());
        }
    }

    @Test
    void anEqualDocumentMakesNoStateButTheCommitIsRemembered() {
        DocumentChange change = Documents.publish(Documents.titled("dataset", 1, "a"));
        try (Journal journal = Journal.open(folder)) {
            State first = journal.append(1, TIME, List.of(change));

            assertThat(journal.append(2, TIME.plusSeconds(1), List.of(change))).isEqualTo(first);
            assertThat(journal.append(3, TIME.plusSeconds(2), List.of())).isEqualTo(first);
            assertThat(journal.lastCommit()).isEqualTo(3);
        }
    }

    @Test
    void ofSeveralChangesOfOneDocumentTheLastCounts() {
        Document last = Documents.titled("dataset", 1, "b");
        try (Journal journal = Journal.open(folder)) {
            journal.append(
                    1, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "a")), Documents.publish(last)));

            assertThat(journal.document(last.iri())).contains(last);
            assertThat(journal.state().number()).isEqualTo(1);
        }
    }

    @Test
    void aWithdrawnDocumentLeavesATombstone() {
        Document document = Documents.titled("dataset", 1, "a");
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, List.of(Documents.publish(document)));
            State gone = journal.append(2, TIME, List.of(Documents.withdraw(document.iri(), false)));

            Lookup tombstone = new Lookup.Gone("dataset", gone);
            assertThat(gone.hash()).isEqualTo(Journal.EMPTY.hash());
            assertThat(journal.lookup(document.iri())).isEqualTo(tombstone);
            assertThat(journal.lookup(document.aliases().getFirst())).isEqualTo(tombstone);
            assertThat(journal.document(document.iri())).isEmpty();
            assertThat(journal.identified("doi", "10.60501/1")).isEmpty();
            try (Snapshot snapshot = journal.snapshot()) {
                assertThat(snapshot.counts()).isEmpty();
            }
        }
    }

    @Test
    void whatWasMergedLeadsToTheDocumentThatTookIt() {
        Document first = Documents.titled("person", 1, "a");
        Document second = Documents.titled("person", 2, "b");
        Document merged =
                new Document(first.iri(), "person", first.triples(), "", first.identifiers(), List.of(second.iri()));
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, List.of(Documents.publish(first), Documents.publish(second)));
            journal.append(2, TIME, List.of(Documents.publish(merged), Documents.withdraw(second.iri(), false)));
            assertThat(journal.lookup(second.iri())).isEqualTo(new Lookup.Moved(first.iri()));

            journal.append(3, TIME, List.of(Documents.publish(first), Documents.publish(second)));
            assertThat(journal.lookup(second.iri())).isInstanceOf(Lookup.Found.class);

            journal.append(4, TIME, List.of(Documents.publish(merged), Documents.withdraw(second.iri(), false)));
            State gone = journal.append(5, TIME, List.of(Documents.withdraw(first.iri(), false)));
            assertThat(journal.lookup(first.iri())).isEqualTo(new Lookup.Gone("person", gone));
            assertThat(journal.lookup(second.iri())).isInstanceOf(Lookup.Gone.class);
        }
    }

    @Test
    void waysOverSeveralMergesAreFollowedAndCirclesEnd() {
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, List.of(aliased(1, 2), aliased(2, 3), aliased(3, 1)));
            journal.append(
                    2,
                    TIME,
                    List.of(
                            Documents.withdraw(Documents.iri("person", 3), false),
                            Documents.withdraw(Documents.iri("person", 2), false)));
            assertThat(journal.lookup(Documents.iri("person", 3)))
                    .isEqualTo(new Lookup.Moved(Documents.iri("person", 1)));

            journal.append(3, TIME, List.of(Documents.withdraw(Documents.iri("person", 1), false)));
            assertThat(journal.lookup(Documents.iri("person", 3))).isInstanceOf(Lookup.Gone.class);
        }
    }

    private static DocumentChange aliased(int number, int alias) {
        Document document = Documents.titled("person", number, "a");
        return Documents.publish(new Document(
                document.iri(), "person", document.triples(), "", List.of(), List.of(Documents.iri("person", alias))));
    }

    @Test
    void changesComeOnceAtTheirLatestStateInOrder() {
        try (Journal journal = Journal.open(folder)) {
            journal.append(
                    1,
                    TIME,
                    List.of(
                            Documents.publish(Documents.titled("dataset", 2, "a")),
                            Documents.publish(Documents.titled("dataset", 1, "a")),
                            Documents.publish(Documents.titled("dataset", 3, "a"))));
            journal.append(2, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "b"))));
            journal.append(3, TIME, List.of(Documents.withdraw(Documents.iri("dataset", 3), false)));
            try (Snapshot snapshot = journal.snapshot()) {
                assertThat(iris(snapshot.changes(Position.after(0), 3, 10)))
                        .containsExactly(
                                "1 " + Documents.iri("dataset", 2),
                                "2 " + Documents.iri("dataset", 1),
                                "3 " + Documents.iri("dataset", 3));
                assertThat(snapshot.changes(Position.after(2), 3, 10).getFirst().now())
                        .isEmpty();
                assertThat(iris(snapshot.changes(Position.after(1), 2, 10)))
                        .containsExactly("2 " + Documents.iri("dataset", 1));
                assertThat(snapshot.changedSince(1)).isEqualTo(2);

                List<String> byOne = new ArrayList<>();
                Position position = Position.after(0);
                for (List<Change> page = snapshot.changes(position, 3, 1);
                        !page.isEmpty();
                        page = snapshot.changes(position, 3, 1)) {
                    byOne.addAll(iris(page));
                    position = Position.after(page.getLast());
                }
                assertThat(byOne).isEqualTo(iris(snapshot.changes(Position.after(0), 3, 10)));
            }
        }
    }

    private static List<String> iris(List<Change> changes) {
        return changes.stream()
                .map(change -> change.state().number() + " " + change.iri())
                .toList();
    }

    @Test
    void documentsOfATypeArePagedByIri() {
        try (Journal journal = Journal.open(folder)) {
            List<DocumentChange> changes = new ArrayList<>();
            for (int i = 1; i <= 5; i++) {
                changes.add(Documents.publish(Documents.titled("dataset", i, "a")));
            }
            changes.add(Documents.publish(Documents.titled("person", 1, "a")));
            journal.append(1, TIME, changes);
            journal.append(2, TIME, List.of(Documents.withdraw(Documents.iri("dataset", 3), false)));
            try (Snapshot snapshot = journal.snapshot()) {
                assertThat(snapshot.documents("dataset", Documents.iri("dataset", 1), 2))
                        .extracting(found -> found.document().iri())
                        .containsExactly(Documents.iri("dataset", 2), Documents.iri("dataset", 4));
                assertThat(snapshot.documentsBefore("dataset", Documents.iri("dataset", 5), 2))
                        .extracting(found -> found.document().iri())
                        .containsExactly(Documents.iri("dataset", 2), Documents.iri("dataset", 4));
                assertThat(snapshot.documentsBefore("dataset", Documents.iri("dataset", 1), 2))
                        .isEmpty();
                String prefix = Documents.iri("dataset", 1).replaceFirst("[^/]*$", "");
                assertThat(snapshot.count("dataset", prefix)).isEqualTo(4);
                assertThat(snapshot.count("dataset", Documents.iri("dataset", 3)))
                        .isZero();
                assertThat(snapshot.counts()).isEqualTo(Map.of("dataset", 4L, "person", 1L));
            }
        }
    }

    @Test
    void theNewestOfATypeComeFirst() {
        try (Journal journal = Journal.open(folder)) {
            for (int i = 1; i <= 4; i++) {
                journal.append(i, TIME, List.of(Documents.publish(Documents.titled("dataset", i, "a"))));
            }
            journal.append(5, TIME, List.of(Documents.publish(Documents.titled("dataset", 2, "b"))));
            journal.append(6, TIME, List.of(Documents.publish(Documents.titled("person", 1, "a"))));
            journal.append(7, TIME, List.of(Documents.withdraw(Documents.iri("dataset", 4), false)));
            try (Snapshot snapshot = journal.snapshot()) {
                assertThat(snapshot.newest("dataset", 2))
                        .extracting(found -> found.document().iri())
                        .containsExactly(Documents.iri("dataset", 2), Documents.iri("dataset", 3));
            }
        }
    }

    @Test
    void aSnapshotIsSteadyWhileMoreIsWritten() {
        try (Journal journal = Journal.open(folder)) {
            journal.append(1, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "a"))));
            try (Snapshot snapshot = journal.snapshot()) {
                journal.append(2, TIME, List.of(Documents.publish(Documents.titled("dataset", 1, "b"))));

                assertThat(snapshot.state().number()).isEqualTo(1);
                assertThat(snapshot.document(Documents.iri("dataset", 1)))
                        .contains(Documents.titled("dataset", 1, "a"));
            }
            assertThat(journal.state().number()).isEqualTo(2);
        }
    }

    @Test
    void aDocumentThatIsNotItsOwnIsRefusedWhole() {
        String iri = Documents.iri("dataset", 1);
        String foreign = "<http://localhost:8080/dataset/doi/10.60501/10> <http://e.org/p> \"x\" .";
        try (Journal journal = Journal.open(folder)) {
            DocumentChange good = Documents.publish(Documents.titled("dataset", 2, "a"));
            DocumentChange bad = Documents.publish(Documents.document(iri, "dataset", foreign));
            assertThatThrownBy(() -> journal.append(1, TIME, List.of(good, bad)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(iri)
                    .hasMessageContaining(foreign);
            Document unsorted = new Document(
                    iri,
                    "dataset",
                    "<" + iri + "> <http://e.org/q> \"x\" .\n<" + iri + "> <http://e.org/p> \"x\" .\n",
                    "",
                    List.of(),
                    List.of());
            assertThatThrownBy(() -> journal.append(1, TIME, List.of(Documents.publish(unsorted))))
                    .hasMessageContaining("sorted");
            assertThat(journal.state()).isEqualTo(Journal.EMPTY);
            assertThat(journal.lastCommit()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void afterAnyHistoryTheJournalHoldsWhatIsLeft(long seed) {
        Documents.History history = Documents.history(seed, 60);
        try (Journal journal = Journal.open(folder)) {
            for (int i = 0; i < history.commits().size(); i++) {
                journal.append(i + 1, TIME.plusSeconds(i), history.commits().get(i));
            }
            TripleSetHash hash = TripleSetHash.empty();
            history.left().values().forEach(document -> hash.addAll(document.triples()));
            assertThat(journal.state().hash()).as("seed %d", seed).isEqualTo(hash.hex());
            try (Snapshot snapshot = journal.snapshot()) {
                Map<String, Document> found = new TreeMap<>();
                for (String type : snapshot.counts().keySet()) {
                    snapshot.documents(type, "", 1000)
                            .forEach(each -> found.put(each.document().iri(), each.document()));
                    assertThat(snapshot.documents(type, "", 1000))
                            .hasSize((int) (long) snapshot.counts().get(type));
                }
                assertThat(found).isEqualTo(history.left());
                assertThat(snapshot.state(journal.state().number())).isEqualTo(Optional.of(journal.state()));
            }
        }
    }

    @Test
    void aJournalOpenedForReadingIsNotWritten() {
        try (Journal journal = Journal.openReadOnly(folder)) {
            assertThat(journal.state()).isEqualTo(Journal.EMPTY);
            assertThatThrownBy(() -> journal.append(1, TIME, List.of())).isInstanceOf(IllegalStateException.class);
        }
    }
}
