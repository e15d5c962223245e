package io.musubi.web.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.finding.Group;
import io.musubi.finding.Row;
import io.musubi.journal.Journal;
import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.web.findings.SourceFindings.Page;
import io.musubi.web.findings.SourceFindings.Place;
import io.musubi.web.findings.SourceFindings.Wanted;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of a source: its order, its pages, and how it follows the journal. */
class SourceFindingsTest {
    private static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    private Journal journal;
    private FindingsIndex index;
    private long commit;

    @BeforeEach
    void open() {
        journal = Journal.open(folder);
        index = new FindingsIndex(Invented.BASE, journal);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void publish(Document... documents) {
        append(Arrays.stream(documents)
                .map(it -> new DocumentChange(it.iri(), Optional.of(it), false))
                .toList());
    }

    private void append(List<DocumentChange> changes) {
        journal.append(++commit, Instant.parse("2026-04-01T00:00:00Z").plusSeconds(commit), changes);
    }

    private static List<String> lines(List<Group<Row>> groups) {
        return groups.stream()
                .flatMap(group -> group.items().stream()
                        .map(row -> group.number() + " " + group.cause().rule() + " " + row.record() + " "
                                + row.finding().value().orElse("-")))
                .toList();
    }

    private Page page(String source, Wanted wanted, Place from, int records) {
        return index.read(view -> new SourceFindings(view, Invented.BASE, source).page(wanted, from, records));
    }

    private List<String> all(FindingsIndex of, String source) {
        return of.read(view -> lines(new SourceFindings(view, Invented.BASE, source)
                .page(ALL, new Place("", ""), 999)
                .groups()));
    }

    private void publishSome() {
        publish(
                Invented.catalog("a"),
                Invented.record("a", "1", "Info Hint", "Violation Bad x1"),
                Invented.record("a", "2", "Info Hint", "Violation Worse x2"),
                Invented.record("a", "3", "Violation Worse x3", "Violation Worse y3", "Warning Doubt"),
                Invented.record("a", "4"),
                Invented.record("a-b", "1", "Violation Bad other"),
                Invented.record("a0", "1", "Violation Bad other"));
    }

    @Test
    void violationsFirstThenTheCauseOfMostRecordsAndNoOtherSource() {
        publishSome();
        assertThat(all(index, "a"))
                .containsExactly(
                        "1 Worse id of 2 x2",
                        "1 Worse id of 3 x3",
                        "1 Worse id of 3 y3",
                        "2 Bad id of 1 x1",
                        "3 Doubt id of 3 -",
                        "4 Hint id of 1 -",
                        "4 Hint id of 2 -");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 99})
    void pagesOfAnySizeGiveTheSameRowsInTheSameOrder(int size) {
        publishSome();
        List<String> rows = new ArrayList<>();
        Optional<Place> next = Optional.of(new Place("", ""));
        for (int i = 0; i < 50 && next.isPresent(); i++) {
            Page page = page("a", ALL, next.get(), size);
            rows.addAll(lines(page.groups()));
            next = page.next();
        }
        assertThat(rows).isEqualTo(all(index, "a"));
        assertThat(next).isEmpty();
    }

    @Test
    void aRuleOrACauseLeavesOutTheOthersAndKeepsTheNumber() {
        publishSome();
        assertThat(lines(page("a", new Wanted(Optional.of("Hint"), Optional.empty()), new Place("", ""), 9)
                        .groups()))
                .containsExactly("4 Hint id of 1 -", "4 Hint id of 2 -");
        String cause = index.read(view -> view.overview("a").get(1).cause().id());
        assertThat(lines(page("a", new Wanted(Optional.empty(), Optional.of(cause)), new Place("", ""), 9)
                        .groups()))
                .containsExactly("2 Bad id of 1 x1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "a/zzz", "../../etc", "b/1", "\uFFFF"})
    void aPlaceThatIsNoneIsNoTrouble(String after) {
        publishSome();
        assertThat(page("a", ALL, new Place("", after), 9).groups()).isNotNull();
        assertThat(page("a", ALL, new Place("no such cause", after), 9).groups())
                .isEmpty();
    }

    @Test
    void theIndexFollowsChangesAsIfReadAnew() {
        publishSome();
        assertThat(all(index, "a")).hasSize(7);
        publish(Invented.record("a", "1", "Warning Doubt"), Invented.record("a", "5", "Violation Bad x5"));
        append(List.of(
                new DocumentChange(Invented.BASE + "record/a/3", Optional.empty(), true),
                new DocumentChange(Invented.BASE + "record/a/never", Optional.empty(), false)));
        publish(Invented.record("a", "2"));
        assertThat(all(index, "a"))
                .isEqualTo(all(new FindingsIndex(Invented.BASE, journal), "a"))
                .containsExactly("1 Bad id of 5 x5", "2 Doubt id of 1 -");
    }
}
