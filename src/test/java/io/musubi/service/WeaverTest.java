package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.identity.Precedence;
import io.musubi.ledger.Ledger;
import io.musubi.ledger.StoredRecord;
import io.musubi.ledger.VersionTexts;
import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.model.Field;
import io.musubi.model.Hash;
import io.musubi.model.IdentifierScheme;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Kind;
import io.musubi.model.MappedRecord;
import io.musubi.model.SourceSettings;
import io.musubi.model.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ties between records: whatever the order of arrival, the same things come out. */
class WeaverTest {
    private static final String BASE = "http://musubi.example/";
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final SourceSettings SOURCE = SourceSettings.plain("kirishima");

    @TempDir
    Path folder;

    private final IdentifierSchemes schemes = new IdentifierSchemes(
            List.of(
                    scheme("doi", true, Kind.DATASET, Kind.WORK),
                    scheme("data-number", false, Kind.DATASET),
                    scheme("orcid", true, Kind.PERSON),
                    scheme("erad", true, Kind.PERSON),
                    scheme("ror", true, Kind.ORGANIZATION)),
            Map.of(Kind.DATASET, List.of("doi", "data-number"), Kind.PERSON, List.of("orcid", "erad")));
    private final Precedence precedence = Precedence.load(HOME.resolve("ontology/properties.yaml"));

    private static IdentifierScheme scheme(String name, boolean isOne, Kind... kinds) {
        return new IdentifierScheme(
                name, name, new Text(name, name), List.of(kinds), isOne, true, "trim", "urn:" + name, List.of());
    }

    private static Arrival arrival(MappedRecord record) {
        String payload = record.toString();
        return new Arrival.Judged(
                new Delivered(
                        House.rules().crosswalk("jpcoar"),
                        Field.root("payload", 1),
                        payload,
                        Hash.of(payload).hex(),
                        "test"),
                record,
                VersionTexts.of(payload, record),
                RuleDay.of("rules", LocalDate.of(2026, 1, 1), record),
                List.of(),
                List.of());
    }

    /** A ledger with its weaver, and the documents it has published so far. */
    private final class Loom implements AutoCloseable {
        final Ledger ledger;
        final Commit commit;
        final Map<String, Document> documents = new TreeMap<>();

        Loom(String name) {
            ledger = Ledger.open(folder.resolve(name));
            commit = new Commit(ledger, new Weaver(ledger, schemes, new Publisher(ledger, schemes, precedence, BASE)));
            ledger.transaction(() -> {
                ledger.records().setSource(ledger.newCommit("settings", NOW, ""), SOURCE);
                return 0;
            });
        }

        List<Outcome> take(List<MappedRecord> batch) {
            List<Outcome> outcomes = commit.take(
                    SOURCE, 1, NOW, batch.stream().map(WeaverTest::arrival).toList());
            drain();
            return outcomes;
        }

        void drain() {
            for (long number : ledger.waitingCommits()) {
                for (DocumentChange change : ledger.waitingChanges(number)) {
                    change.now()
                            .ifPresentOrElse(
                                    it -> documents.put(change.iri(), it), () -> documents.remove(change.iri()));
                }
                ledger.taken(number);
            }
        }

        SortedSet<String> canonical() {
            return Canonical.lines(documents.values(), BASE);
        }

        @Override
        public void close() {
            ledger.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderGivesTheSameGraph(long seed) {
        Random random = new Random(seed);
        List<MappedRecord> records = InventedRecords.random(random, 14);
        SortedSet<String> expected = null;
        for (int run = 0; run < 4; run++) {
            List<MappedRecord> shuffled = new ArrayList<>(records);
            if (run > 0) {
                Collections.shuffle(shuffled, random);
            }
            try (Loom loom = new Loom("run" + run)) {
                int step = run == 0 ? shuffled.size() : 1 + random.nextInt(3);
                for (int i = 0; i < shuffled.size(); i += step) {
                    loom.take(shuffled.subList(i, Math.min(shuffled.size(), i + step)));
                }
                SortedSet<String> lines = loom.canonical();
                assertThat(lines).isNotEmpty();
                assertThat(lines.toString()).doesNotContain("secret-");
                if (expected == null) {
                    expected = lines;
                } else {
                    assertThat(lines).as("seed %d run %d", seed, run).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aRecordThatWentAwayLeavesNothing(long seed) {
        Random random = new Random(seed);
        List<MappedRecord> records = InventedRecords.random(random, 12);
        List<MappedRecord> kept = records.subList(0, 8);
        SortedSet<String> expected;
        try (Loom loom = new Loom("kept")) {
            loom.take(kept);
            expected = loom.canonical();
        }
        try (Loom loom = new Loom("all")) {
            loom.take(records);
            for (MappedRecord gone : records.subList(8, 12)) {
                StoredRecord stored =
                        loom.ledger.records().find(SOURCE.id(), gone.localId()).orElseThrow();
                loom.commit.purge(stored, NOW);
            }
            loom.drain();
            assertThat(loom.canonical()).isEqualTo(expected);
        }
    }

    @Test
    void theSameAgainChangesNothing() {
        List<MappedRecord> records = InventedRecords.random(new Random(21), 10);
        try (Loom loom = new Loom("twice")) {
            assertThat(loom.take(records)).containsOnly(Outcome.STORED);
            SortedSet<String> before = loom.canonical();
            assertThat(loom.commit.take(
                            SOURCE,
                            2,
                            NOW,
                            records.stream().map(WeaverTest::arrival).toList()))
                    .containsOnly(Outcome.UNCHANGED);
            assertThat(loom.ledger.waitingCommits()).isEmpty();
            assertThat(loom.canonical()).isEqualTo(before);
        }
    }
}
