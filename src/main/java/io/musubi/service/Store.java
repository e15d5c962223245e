package io.musubi.service;

import io.musubi.finding.Row;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.journal.WriterLock;
import io.musubi.ledger.Entities;
import io.musubi.ledger.Findings;
import io.musubi.ledger.Ledger;
import io.musubi.ledger.LedgerSnapshot;
import io.musubi.ledger.StoredRecord;
import io.musubi.model.DocumentChange;
import io.musubi.model.Key;
import io.musubi.model.Kind;
import io.musubi.model.SourceSettings;
import io.musubi.model.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data folder opened for writing: {@code ledger/} (private) and {@code public/journal.db}. Each commit is first whole in
 * the ledger, then taken by the journal; whatever stops the process in between, opening it again goes on from there.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final String BASE = "base";

    /** So many documents are made again in one commit: what waits for the journal is held in memory by the commit. */
    private static final int PORTION = 5_000;

    private final Closing closing;
    private final Ledger ledger;
    private final Journal journal;
    private final Relay relay;
    private final Commit commit;
    private final Publisher publisher;
    private final Clock clock;
    private final String base;
    private final Folders folders;

    private Store(Folders folders, Closing closing, Rulebook rules, Optional<String> wantedBase, Clock clock) {
        this.folders = folders;
        this.closing = closing;
        this.journal = closing.add(Journal.open(folders.open()));
        if (journal.lastCommit() > 0 && !Ledger.isIn(folders.ledger())) {
            throw Losses.ofLedger(folders, 0, journal.lastCommit());
        }
        closing.add(WriterLock.take(folders.ledger(), LEDGER_LOCK));
        this.ledger = closing.add(Ledger.open(folders.ledger()));
        this.relay = closing.add(new Relay(ledger, journal));
        this.clock = clock;
        Optional<String> known = ledger.setting(BASE);
        this.base = wantedBase.or(() -> known).orElse(DEFAULT_BASE);
        this.publisher = new Publisher(ledger, rules.schemes(), rules.precedence(), base);
        this.commit = new Commit(ledger, new Weaver(ledger, rules.schemes(), publisher));
        settle(known);
    }

    /**
     * Opens the data folder, making it when it is new, and finishes what an earlier process left between ledger and
     * journal. A journal that is missing, or older than what the ledger remembers, is made good from the ledger.
     *
     * @param data the folder
     * @param rules what the project home says
     * @param wantedBase of all IRIs, ending in a slash; empty: as it was, {@link #DEFAULT_BASE} for a new folder
     * @param clock says when a commit is made
     * @throws io.musubi.journal.HeldException when another process writes here
     * @throws StoreException when the ledger is missing or older than the journal
     */
    public static Store open(Path data, Rulebook rules, Optional<String> wantedBase, Clock clock) {
        return Closing.guard(closing -> new Store(new Folders(data), closing, rules, wantedBase, clock));
    }

    /**
     * Opens the data folder with a journal that is made again from the ledger, whatever was in it: one that is damaged, or
     * of another ledger. Dates of changes and the traces of what was withdrawn begin anew with it.
     *
     * @throws io.musubi.journal.HeldException when another process writes here, or serves
     * @throws StoreException when there is no ledger, or that is damaged too; the journal is left then
     */
    public static Store openWithNewJournal(Path data, Rulebook rules, Optional<String> wantedBase, Clock clock) {
        Folders folders = new Folders(data);
        try (LedgerSnapshot ledger = LedgerSnapshot.of(folders.ledger())) {
            List<String> damages = ledger.damages();
            if (ledger.lastCommit() == 0 || !damages.isEmpty()) {
                throw Losses.ofBoth(folders, damages);
            }
        }
        try (Closing held = new Closing()) {
            Locks.take(folders.open(), held);
        }
        Journal.remove(folders.open());
        return open(data, rules, wantedBase, clock);
    }

    /** Held by the one process that writes the ledger. */
    static final String LEDGER_LOCK = "ledger.lock";

    /** Of IRIs when nothing else is set. */
    public static final String DEFAULT_BASE = "http://localhost:8080/";

    private void settle(Optional<String> knownBase) {
        long taken = journal.lastCommit();
        if (taken > ledger.lastCommit()) {
            throw Losses.ofLedger(folders, ledger.lastCommit(), taken);
        }
        if (taken < ledger.taken()) {
            LOG.warn(
                    "The journal ends at commit {} of {} that it had taken: it is made good from the ledger.",
                    taken,
                    ledger.taken());
            project(true);
        }
        publish();
        if (!knownBase.equals(Optional.of(base))) {
            ledger.transaction(() -> {
                ledger.setSetting(BASE, base);
                return base;
            });
            if (knownBase.isPresent()) {
                project();
            }
        }
    }

    /** The base of all IRIs. */
    public String base() {
        return base;
    }

    Ledger ledger() {
        return ledger;
    }

    /** The ledger as it was committed last, for another thread than that which writes it. */
    LedgerSnapshot ledgerSnapshot() {
        return LedgerSnapshot.of(folders.ledger());
    }

    Commit commit() {
        return commit;
    }

    Clock clock() {
        return clock;
    }

    /** The public side. */
    public Journal journal() {
        return journal;
    }

    /** The folder that servers may open. */
    public Path publicFolder() {
        return folders.open();
    }

    /** How many public documents there are, by type. */
    public Map<String, Long> counts() {
        try (Snapshot snapshot = journal.snapshot()) {
            return snapshot.counts();
        }
    }

    /** The registered sources. */
    public List<SourceSettings> sources() {
        return ledger.records().sources();
    }

    /** Lets the journal begin to take the commits that wait; {@link #publish} waits for it. */
    void beginToPublish() {
        relay.begin();
    }

    /** Lets the journal take all commits that wait. Gives the state then. */
    public State publish() {
        relay.begin();
        relay.await();
        ledger.settleTaken();
        return journal.state();
    }

    /**
     * Makes every public document again from the ledger, and publishes those that differ: after a change of the base or of
     * {@code ontology/properties.yaml}. Gives the state then.
     */
    public State project() {
        return project(false);
    }

    /** What was forgotten since then is still in a journal that is behind: there, all that is not live is erased. */
    private State project(boolean isJournalBehind) {
        ledger.transaction(() -> {
            Portions portions = new Portions();
            publisher.begin();
            List<String> before = isJournalBehind ? unpublish() : ledger.publishedIris();
            ledger.records().sources().forEach(it -> publisher.publishCatalog(portions.next(), it));
            for (long id : ledger.entities().all()) {
                publisher.publishEntity(portions.next(), ledger.entities().entity(id), isJournalBehind);
            }
            for (long id : ledger.records().all()) {
                publisher.publishRecord(portions.next(), ledger.records().get(id), isJournalBehind);
            }
            Set<String> now = isJournalBehind ? Set.copyOf(ledger.publishedIris()) : Set.of();
            before.stream()
                    .filter(iri -> !iri.startsWith(base) || (isJournalBehind && !now.contains(iri)))
                    .forEach(iri -> ledger.publish(
                            portions.next(), new DocumentChange(iri, Optional.empty(), isJournalBehind)));
            return portions;
        });
        return publish();
    }

    /** The ledger no longer says what the journal was told; gives what the journal holds. */
    private List<String> unpublish() {
        ledger.unpublish();
        try (Snapshot snapshot = journal.snapshot()) {
            return snapshot.iris();
        }
    }

    /** Commits for documents that are made again, each of so many; all of them in one transaction of the ledger. */
    private final class Portions {
        private long number;
        private int given;

        long next() {
            if (given++ % PORTION == 0) {
                number = ledger.newCommit("project", clock.instant(), base);
            }
            return number;
        }
    }

    /**
     * Registers a source, or changes its settings; nothing happens when they are what they were. A change of rank, of
     * default access or of role reaches every record of the source.
     */
    public void register(SourceSettings settings, Rulebook rules) {
        Optional<SourceSettings> before = ledger.records().source(settings.id());
        if (before.equals(Optional.of(settings))) {
            return;
        }
        ledger.transaction(() -> {
            long number = ledger.newCommit("settings", clock.instant(), settings.id());
            ledger.records().setSource(number, settings);
            publisher.publishCatalog(number, settings);
            if (before.isPresent()) {
                commit.reconsider(number, settings, rules);
            }
            return number;
        });
        publish();
    }

    /** Hands over the open findings of one source or of all, private ones too, those of one record together. */
    public void findings(Optional<String> source, Consumer<List<Row>> eachRecord) {
        List<Row> waiting = new ArrayList<>();
        ledger.findings().open(source, located -> {
            if (!waiting.isEmpty() && !isOfSameRecord(waiting.getFirst(), located)) {
                eachRecord.accept(List.copyOf(waiting));
                waiting.clear();
            }
            waiting.add(row(located));
        });
        if (!waiting.isEmpty()) {
            eachRecord.accept(List.copyOf(waiting));
        }
    }

    /** What is unreadable in one file are records that nobody knows: each stands for itself. */
    private static boolean isOfSameRecord(Row row, Findings.Located located) {
        return row.source().equals(located.source())
                && row.record().equals(located.localId())
                && !row.record().startsWith(Ingest.FILE);
    }

    private static Row row(Findings.Located it) {
        return new Row(
                it.id(),
                it.source(),
                it.localId(),
                "",
                it.subject().origin(),
                it.finding(),
                it.part() == Findings.Part.OBSTACLE);
    }

    /**
     * Erases all texts of a record; a later delivery does not bring it back.
     *
     * @param record its id in the source, or its name in its IRI
     * @throws IllegalArgumentException when there is no such record
     */
    public void purge(String source, String record) {
        commit.purge(record(source, record), clock.instant());
        publish();
    }

    /**
     * Lets the next delivery bring back a record that was purged.
     *
     * @param record its id in the source, or its name in its IRI
     * @throws IllegalArgumentException when there is no such record, or it was not purged
     */
    public void allowAgain(String source, String record) {
        StoredRecord stored = record(source, record);
        if (stored.status() != StoredRecord.Status.PURGED) {
            throw new IllegalArgumentException(
                    "The record '" + record + "' of source '" + source + "' was not purged; there is nothing to lift");
        }
        commit.allowAgain(stored, clock.instant());
    }

    private StoredRecord record(String source, String record) {
        return ledger.records()
                .find(source, record)
                .or(() -> ledger.records().findByKey(source, record))
                .orElseThrow(() -> new IllegalArgumentException("Source '" + source + "' has no record '" + record
                        + "'; give its id in the source, or its name in its IRI"));
    }

    /**
     * Declares for good that two identifiers are not of one thing.
     *
     * @param a {@code kind/scheme/value}, or an IRI of that form under the base
     * @param b the other one
     * @throws IllegalArgumentException when one of them was never seen
     */
    public void cannotLink(String a, String b, String reason) {
        commit.refuse(identifier(a), identifier(b), reason, clock.instant());
        publish();
    }

    private long identifier(String text) {
        String path = text.startsWith(base) ? text.substring(base.length()) : text;
        String[] parts = path.split("/", 3);
        Optional<Long> known = parts.length < 3
                ? Optional.empty()
                : ledger.entities()
                        .entityAt(path)
                        .map(Entities.Entity::anchor)
                        .or(() -> ledger.entities().find(new Key(Kind.of(parts[0]), parts[1], parts[2])));
        return known.orElseThrow(() -> new IllegalArgumentException("'" + text
                + "' is not known; expected kind/scheme/value such as person/orcid/0000-0002-1825-0097, or an entity's"
                + " IRI"));
    }

    @Override
    public void close() {
        closing.close();
    }
}
