package io.musubi.journal;

import static io.musubi.journal.Documents.publish;
import static io.musubi.journal.Documents.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.model.Term;
import io.musubi.rdf.NTriples;
import io.musubi.rdf.Vocabulary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What catalogues list, how it changes, and that walking while it changes loses nothing. */
class ListingsTest {
    private static final String BASE = "http://localhost:8080/";
    private static final Instant TIME = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir
    Path folder;

    private Journal journal;
    private long commit;

    @BeforeEach
    void open() {
        journal = Journal.open(folder);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static String catalog(String source) {
        return BASE + "catalog/" + source;
    }

    private static String dataset(int number) {
        return Documents.iri("dataset", number);
    }

    private static Document record(String source, String key, String about) {
        String iri = BASE + "record/" + source + "/" + key;
        TreeSet<String> lines = new TreeSet<>(List.of(
                NTriples.line(iri, Vocabulary.FOAF_PRIMARY_TOPIC, new Term.Iri(about)),
                NTriples.line(iri, Vocabulary.DCT_IS_PART_OF, new Term.Iri(catalog(source)))));
        return new Document(iri, "record", String.join("\n", lines) + "\n", "", List.of(), List.of());
    }

    private void append(DocumentChange... changes) {
        commit++;
        journal.append(commit, TIME.plus(Duration.ofHours(commit)), List.of(changes));
    }

    private <T> List<T> list(Function<Listings, List<T>> question) {
        try (Snapshot snapshot = journal.snapshot()) {
            return question.apply(snapshot.listings());
        }
    }

    private long number(ToLongFunction<Listings> question) {
        try (Snapshot snapshot = journal.snapshot()) {
            return question.applyAsLong(snapshot.listings());
        }
    }

    private List<String> live(String catalog) {
        return list(it -> it.live(catalog, "", 100)).stream().map(Change::iri).toList();
    }

    /** {@code 3 iri}, and {@code 3 -iri} for what left. */
    private List<String> changes(String catalog, long after) {
        return list(it -> it.changes(catalog, Position.after(after), 100)).stream()
                .map(it -> it.state().number() + (it.now().isPresent() ? " " : " -") + it.iri())
                .toList();
    }

    @Test
    void aCatalogueListsTheDatasetsThatItsRecordsAreAbout() {
        append(
                publish(Documents.titled("dataset", 1, "one")),
                publish(Documents.titled("dataset", 2, "two")),
                publish(Documents.titled("person", 3, "no dataset")),
                publish(record("a", "1", dataset(1))),
                publish(record("a", "1-again", dataset(1))),
                publish(record("a", "p", Documents.iri("person", 3))),
                publish(record("b", "2", dataset(2))));
        assertThat(live(catalog("a"))).containsExactly(dataset(1));
        assertThat(live(catalog("b"))).containsExactly(dataset(2));
        assertThat(live(Listings.ALL)).containsExactly(dataset(1), dataset(2));
        assertThat(number(it -> it.count(catalog("a")))).isEqualTo(1);
        assertThat(list(it -> it.live(Listings.ALL, dataset(1), 100)))
                .singleElement()
                .satisfies(it -> assertThat(it.now()).contains(Documents.titled("dataset", 2, "two")));
        assertThat(list(it -> it.records(dataset(1), 9)).stream()
                        .map(it -> it.document().iri()))
                .containsExactly(BASE + "record/a/1", BASE + "record/a/1-again");
    }

    @Test
    void whatLeavesOneCatalogueStaysInTheOthers() {
        append(
                publish(Documents.titled("dataset", 1, "one")),
                publish(record("a", "1", dataset(1))),
                publish(record("b", "1", dataset(1))));
        append(withdraw(BASE + "record/a/1", true));
        assertThat(live(catalog("a"))).isEmpty();
        assertThat(live(catalog("b"))).containsExactly(dataset(1));
        assertThat(live(Listings.ALL)).containsExactly(dataset(1));
        assertThat(changes(catalog("a"), 1)).containsExactly("2 -" + dataset(1));
        assertThat(changes(Listings.ALL, 1)).containsExactly("2 " + dataset(1));

        append(withdraw(BASE + "record/b/1", false), withdraw(dataset(1), false));
        assertThat(changes(Listings.ALL, 2)).containsExactly("3 -" + dataset(1));
        assertThat(changes(catalog("a"), 2)).as("left before").isEmpty();

        append(publish(Documents.titled("dataset", 1, "back")), publish(record("a", "1", dataset(1))));
        assertThat(live(catalog("a"))).containsExactly(dataset(1));
        assertThat(changes(catalog("b"), 0)).containsExactly("3 -" + dataset(1));
    }

    @Test
    void aRecordThatTurnsToAnotherDatasetMovesIt() {
        append(
                publish(Documents.titled("dataset", 1, "one")),
                publish(Documents.titled("dataset", 2, "two")),
                publish(record("a", "1", dataset(1))));
        append(publish(record("a", "1", dataset(2))));
        assertThat(live(catalog("a"))).containsExactly(dataset(2));
        assertThat(changes(catalog("a"), 1)).containsExactly("2 -" + dataset(1), "2 " + dataset(2));
    }

    @Test
    void aDatasetThatComesAfterItsRecordIsListed() {
        append(publish(record("a", "1", dataset(1))));
        assertThat(live(catalog("a"))).isEmpty();
        append(publish(Documents.titled("dataset", 1, "late")));
        assertThat(live(catalog("a"))).containsExactly(dataset(1));
        append(publish(Documents.titled("dataset", 1, "changed")));
        assertThat(changes(catalog("a"), 2)).containsExactly("3 " + dataset(1));
    }

    @Test
    void timesBecomeStates() {
        append(publish(Documents.titled("dataset", 1, "one")));
        append(publish(Documents.titled("dataset", 2, "two")));
        long first = TIME.plus(Duration.ofHours(1)).toEpochMilli();
        assertThat(number(it -> it.stateBefore(0))).isZero();
        assertThat(number(it -> it.stateBefore(first))).isZero();
        assertThat(number(it -> it.stateBefore(first + 1))).isEqualTo(1);
        assertThat(number(it -> it.stateBefore(Long.MAX_VALUE))).isEqualTo(2);
    }

    /** Random histories: a walk in small pages, then the changes since it began, end at what is there. */
    @Test
    void aWalkWhileThingsChangeLosesNothing() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            change(random, seed);
            for (String catalog : List.of(Listings.ALL, catalog("a"), catalog("b"))) {
                assertThat(walk(random, catalog, seed))
                        .as("seed %s, %s", seed, catalog)
                        .isEqualTo(now(catalog));
            }
        }
    }

    private Map<String, Long> walk(Random random, String catalog, long seed) {
        Map<String, Long> harvested = new TreeMap<>();
        long from = journal.state().number();
        String after = "";
        for (List<Change> page = page(catalog, after); !page.isEmpty(); page = page(catalog, after)) {
            page.forEach(it -> harvested.put(it.iri(), it.state().number()));
            after = page.getLast().iri();
            change(random, seed);
        }
        Position position = Position.after(from);
        for (int i = 0; number(changed(catalog, position)) == 1; i++) {
            Position at = position;
            List<Change> page = list(it -> it.changes(catalog, at, 2));
            for (Change each : page) {
                harvested.put(each.iri(), each.state().number());
                if (each.now().isEmpty()) {
                    harvested.remove(each.iri());
                }
                position = Position.after(each);
            }
            if (i < 5) {
                change(random, seed);
            }
        }
        return harvested;
    }

    private static ToLongFunction<Listings> changed(String catalog, Position position) {
        return it -> it.isChanged(catalog, position) ? 1 : 0;
    }

    private List<Change> page(String catalog, String after) {
        return list(it -> it.live(catalog, after, 3));
    }

    private Map<String, Long> now(String catalog) {
        Map<String, Long> now = new TreeMap<>();
        list(it -> it.live(catalog, "", 1_000))
                .forEach(it -> now.put(it.iri(), it.state().number()));
        return now;
    }

    private void change(Random random, long seed) {
        Map<String, DocumentChange> changes = new HashMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            int number = random.nextInt(20);
            String title = seed + " " + commit + " " + i;
            boolean leaves = random.nextInt(3) == 0;
            DocumentChange change = random.nextBoolean()
                    ? leaves
                            ? withdraw(dataset(number), random.nextBoolean())
                            : publish(Documents.titled("dataset", number, title))
                    : leaves
                            ? withdraw(BASE + "record/a/" + number, false)
                            : publish(
                                    record(random.nextBoolean() ? "a" : "b", "" + number, dataset(random.nextInt(20))));
            changes.put(change.iri(), change);
        }
        append(new ArrayList<>(changes.values()).toArray(DocumentChange[]::new));
    }

    @Test
    void aJournalFromBeforeThereWereListingsGetsThem() {
        append(
                publish(Documents.titled("dataset", 1, "one")),
                publish(Documents.titled("dataset", 2, "two")),
                publish(record("a", "1", dataset(1))));
        append(publish(Documents.titled("dataset", 2, "changed")), withdraw(dataset(1), false));
        append(publish(Documents.titled("dataset", 1, "back")));
        List<String> before = changes(catalog("a"), 0);
        List<String> all = changes(Listings.ALL, 0);
        journal.close();
        try (Database database = Database.writer(folder.resolve("journal.db"))) {
            database.change("DELETE FROM listing");
            database.change("DELETE FROM topic");
        }
        open();
        assertThat(changes(catalog("a"), 0)).isEqualTo(before).containsExactly("3 " + dataset(1));
        assertThat(changes(Listings.ALL, 0)).isEqualTo(all);
        assertThat(list(it -> it.records(dataset(1), 9))).hasSize(1);
    }
}
