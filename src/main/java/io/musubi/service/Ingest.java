package io.musubi.service;

import io.musubi.ledger.Findings.Part;
import io.musubi.ledger.Findings.Subject;
import io.musubi.ledger.LedgerSnapshot;
import io.musubi.ledger.LedgerSnapshot.Standing;
import io.musubi.ledger.StoredRecord;
import io.musubi.mapping.Crosswalk;
import io.musubi.mapping.MappingResult;
import io.musubi.model.Field;
import io.musubi.model.Finding;
import io.musubi.model.SourceSettings;
import io.musubi.model.Text;
import io.musubi.service.Arrival.Judged;
import io.musubi.source.Payload;
import io.musubi.source.SourceReader;
import io.musubi.source.UnitSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes a delivery: files of one source are read, mapped, checked and kept. Each step has a thread of its own: while one
 * batch is read and mapped, the one before is judged, the one before that kept in the ledger and told to the journal.
 * Safe to run twice; one bad record or file leaves the others as they are.
 */
public final class Ingest {
    /** Stands before a file's name where there is no record. */
    static final String FILE = "file:";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final int BATCH = 1_000;

    /** Of the parts of one file that cannot be read, so many are told one by one; all are counted. */
    private static final int TOLD = 1_000;

    private final Store store;
    private final Rulebook rules;

    /**
     * @param store where it goes
     * @param rules formats and shapes
     */
    public Ingest(Store store, Rulebook rules) {
        this.store = store;
        this.rules = rules;
    }

    /**
     * Takes the files of one delivery.
     *
     * @param source who delivers; registered already
     * @param files in the order in which they are taken, and what could not be looked at
     * @param progress hears of bytes read
     * @return what became of each record
     */
    IngestReport take(SourceSettings source, FolderFiles files, Progress progress) {
        try (Delivery delivery = new Delivery(source, progress)) {
            files.files().forEach(file -> delivery.read(file, files.name(file)));
            files.failed().forEach((file, why) -> delivery.fail(files.name(file), why));
            delivery.finish();
            store.publish();
            return delivery.report;
        }
    }

    /**
     * A record that is kept and is to be mapped again.
     *
     * @param crosswalk by which
     * @param record the ledger's number
     * @param origin where it came from
     */
    record Kept(Crosswalk crosswalk, long record, String origin) {}

    /** Takes records that are kept as if they were delivered again. */
    IngestReport again(SourceSettings source, List<Kept> kept, Progress progress) {
        try (Delivery delivery = new Delivery(source, progress)) {
            for (int i = 0; i < kept.size(); i++) {
                delivery.again(kept.get(i));
                progress.at(source.id(), i + 1, kept.size());
            }
            delivery.flush();
            delivery.await();
            store.publish();
            return delivery.report;
        }
    }

    /** One run of it. */
    private final class Delivery implements AutoCloseable {
        private final SourceSettings source;
        private final Progress progress;
        private final IngestReport report;
        private final long number;
        private final List<Crosswalk> formats;
        private List<Candidate> batch = new ArrayList<>(BATCH);
        private final Map<String, List<Finding>> troubles = new TreeMap<>();
        private Optional<Future<?>> running = Optional.empty();

        /** Whether a batch could not be kept: that is no fault of a record. */
        private boolean isLost;

        private final Judging judging;

        /** What stood when the batch was begun. */
        private Optional<LedgerSnapshot> before = Optional.empty();

        private final ExecutorService committing = Executors.newSingleThreadExecutor();

        Delivery(SourceSettings source, Progress progress) {
            this.source = source;
            this.progress = progress;
            this.report = new IngestReport(source.id());
            this.judging = new Judging(
                    rules.checker(), LocalDate.ofInstant(store.clock().instant(), JAPAN));
            this.number = store.ledger()
                    .transaction(() ->
                            store.ledger().newCommit("delivery", store.clock().instant(), source.id()));
            this.formats =
                    source.format().map(it -> List.of(rules.crosswalk(it))).orElseGet(rules.crosswalks()::all);
        }

        private Units units(String name) {
            return new Units(name, troubles.computeIfAbsent(name, n -> new ArrayList<>()));
        }

        void fail(String name, IOException why) {
            units(name).unreadable("", Notices.cannotOpen(why));
        }

        void read(Path file, String name) {
            Units units = units(name);
            try {
                SourceReader.read(
                        file, formats.stream().map(Crosswalk::readingPlan).toList(), units);
            } catch (IOException e) {
                units.unreadable("", Notices.cannotOpen(e));
            }
        }

        /** What could not be read are findings too: they close when a file of that name can be read. */
        private void keepTroubles() {
            store.ledger().transaction(() -> {
                long commit = store.ledger().newCommit("troubles", store.clock().instant(), source.id());
                troubles.forEach((name, findings) -> store.ledger()
                        .findings()
                        .renew(
                                commit,
                                new Subject(source.id(), Optional.empty(), FILE + name, name),
                                Part.OBSTACLE,
                                findings));
                return commit;
            });
        }

        void again(Kept kept) {
            if (batch.size() >= BATCH) {
                flush();
            }
            await();
            StoredRecord record = store.ledger().records().get(kept.record());
            Field payload = Payload.parse(
                    store.ledger().records().payload(record.version().orElseThrow()));
            Delivered delivered = Delivered.of(kept.crosswalk(), payload, kept.origin());
            for (MappingResult result : kept.crosswalk().map(payload)) {
                if (result instanceof MappingResult.Mapped mapped) {
                    batch.add(new Candidate.Mapped(delivered, mapped.record()));
                }
            }
        }

        /** Hears the reader. */
        private final class Units implements UnitSink {
            private final String name;
            private final List<Finding> troubles;
            private Optional<Crosswalk> crosswalk = Optional.empty();

            Units(String name, List<Finding> troubles) {
                this.name = name;
                this.troubles = troubles;
            }

            @Override
            public void format(String format) {
                crosswalk = rules.crosswalks().find(format);
            }

            @Override
            public void unit(Field unit, long line, int index) {
                try {
                    Crosswalk by = crosswalk.orElseThrow();
                    by.payloads(unit, payload -> take(Delivered.of(by, payload, name + " line " + line), line));
                } catch (RuntimeException | StackOverflowError e) {
                    if (isLost || Troubles.isStore(e)) {
                        throw e;
                    }
                    unreadable("line " + line, Notices.broken(e));
                }
            }

            private void take(Delivered delivered, long line) {
                standing(delivered)
                        .ifPresentOrElse(
                                it -> add(new Candidate.Standing(delivered, it)),
                                () -> delivered
                                        .crosswalk()
                                        .map(delivered.payload())
                                        .forEach(result -> take(delivered, result, line)));
            }

            private void take(Delivered delivered, MappingResult result, long line) {
                switch (result) {
                    case MappingResult.Mapped mapped -> add(new Candidate.Mapped(delivered, mapped.record()));
                    case MappingResult.NotThisFormat not ->
                        unreadable("line " + line + ", " + not.path(), not.reason());
                }
            }

            @Override
            public void unreadable(String where, Text reason) {
                report.count(Outcome.UNREADABLE);
                report.reason(Notices.UNREADABLE);
                if (troubles.size() < TOLD) {
                    report.trouble(new IngestReport.Trouble(name, where, reason));
                    troubles.add(Notices.unreadable(where, reason));
                }
            }

            @Override
            public void unknown(Text reason) {
                unreadable("", reason);
            }

            @Override
            public void progress(long bytes, long total) {
                progress.at(source.id() + " " + name, bytes, total);
            }
        }

        /** The version with this payload, if what is known of it is what would be found again. */
        private Optional<Standing> standing(Delivered delivered) {
            LedgerSnapshot ledger = before.orElseGet(store::ledgerSnapshot);
            before = Optional.of(ledger);
            return ledger.standing(source.id(), delivered.hash())
                    .filter(it ->
                            it.crosswalkHash().equals(delivered.crosswalk().hash()))
                    .filter(it -> it.judged()
                            .map(RuleDay::of)
                            .filter(judging::wouldRepeat)
                            .isPresent());
        }

        private void add(Candidate candidate) {
            batch.add(candidate);
            if (batch.size() >= BATCH) {
                flush();
            }
        }

        /** Hands the batch on; waits for the one before, so that no more than two are in memory. */
        void flush() {
            before.ifPresent(LedgerSnapshot::close);
            before = Optional.empty();
            if (batch.isEmpty()) {
                return;
            }
            List<Candidate> full = batch;
            batch = new ArrayList<>(BATCH);
            CompletableFuture<List<Arrival>> judged = judging.begin(full);
            await();
            running = Optional.of(committing.submit(() -> commit(full, judged)));
        }

        void await() {
            if (running.isPresent()) {
                try {
                    running.get().get();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("The ingest was interrupted", e);
                } catch (ExecutionException e) {
                    isLost = true;
                    if (e.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw new IllegalStateException("A batch could not be kept", e.getCause());
                } finally {
                    running = Optional.empty();
                }
            }
        }

        private void commit(List<Candidate> full, CompletableFuture<List<Arrival>> judged) {
            try {
                keep(judged.join());
            } catch (RuntimeException | StackOverflowError e) {
                if (Troubles.isStore(e)) {
                    throw e;
                }
                apart(full, e);
            }
            store.beginToPublish();
        }

        /** One of them cannot be kept: the others must not suffer for it. */
        private void apart(List<Candidate> full, Throwable why) {
            if (full.size() > 1) {
                full.forEach(it -> commit(List.of(it), judging.begin(List.of(it))));
                return;
            }
            Candidate it = full.getFirst();
            report.count(Outcome.UNREADABLE);
            report.reason(Notices.UNREADABLE);
            report.trouble(new IngestReport.Trouble(it.delivered().origin(), it.localId(), Notices.broken(why)));
        }

        private void keep(List<Arrival> arrivals) {
            List<Outcome> outcomes =
                    store.commit().take(source, number, store.clock().instant(), arrivals);
            for (int i = 0; i < outcomes.size(); i++) {
                report.count(outcomes.get(i));
                if (outcomes.get(i) == Outcome.SET_ASIDE && arrivals.get(i) instanceof Judged judged) {
                    report.reason(
                            judged.obstacles().isEmpty()
                                    ? Notices.NO_IDENTITY
                                    : judged.obstacles().getFirst().rule());
                }
            }
        }

        @Override
        public void close() {
            before.ifPresent(LedgerSnapshot::close);
            committing.close(); // which may still ask for a judgement
            judging.close();
        }

        /** A complete delivery withdraws what it does not hold, but only when all of it could be read. */
        void finish() {
            flush();
            await();
            keepTroubles();
            if (source.isComplete() && report.of(Outcome.UNREADABLE) == 0 && report.read() > 0) {
                report.withdrawn(store.commit()
                        .withdrawAbsent(source, number, store.clock().instant()));
            }
        }
    }
}
