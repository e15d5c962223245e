package io.musubi.service;

import io.musubi.check.Checker;
import io.musubi.check.Verdict;
import io.musubi.finding.Row;
import io.musubi.mapping.Crosswalk;
import io.musubi.mapping.MappingResult;
import io.musubi.model.Field;
import io.musubi.model.Finding;
import io.musubi.model.MappedRecord;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import io.musubi.source.SourceReader;
import io.musubi.source.UnitSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Checks files as an ingest would, without a store: while one batch is checked, the next is read and mapped. */
public final class FileCheck {
    private static final int BATCH = 500;

    private final Rulebook rules;
    private final LocalDate today;
    private final Consumer<List<Row>> eachRecord;
    private long read;
    private long setAside;
    private long unreadable;
    private long findings;
    private boolean hasViolations;

    /**
     * @param rules formats and shapes
     * @param today the day that rules about the future mean
     * @param eachRecord takes the findings of each record that has any, in the order of files and records
     */
    public FileCheck(Rulebook rules, LocalDate today, Consumer<List<Row>> eachRecord) {
        this.rules = rules;
        this.today = today;
        this.eachRecord = eachRecord;
    }

    /** Checks a file, or all files of a folder; what cannot be read is a finding and hides none of the others. */
    public void read(Path path, Progress progress) {
        try {
            FolderFiles all = FolderFiles.of(path);
            all.files().forEach(file -> readFile(file, all.name(file), progress));
            all.failed().forEach((file, why) -> fail(all.name(file), why, progress));
        } catch (IOException e) {
            fail(path.toString(), e, progress);
        }
    }

    private void fail(String name, IOException why, Progress progress) {
        Units units = new Units(name, progress);
        units.unreadable("", Notices.cannotOpen(why));
        units.finish();
    }

    private void readFile(Path file, String name, Progress progress) {
        Units units = new Units(name, progress);
        try {
            SourceReader.read(file, rules.crosswalks().readingPlans(), units);
        } catch (IOException e) {
            units.unreadable("", Notices.cannotOpen(e));
        }
        units.finish();
    }

    /** What stands in a file, in order. */
    private sealed interface Seen {
        /** A record. */
        record Mapped(MappingResult.Mapped result, long line) implements Seen {}

        /** What is none. */
        record Unreadable(Finding finding) implements Seen {}
    }

    /** A batch, and the verdicts on the records in it. */
    private record Running(List<Seen> batch, CompletableFuture<List<Verdict>> verdicts) {}

    private final class Units implements UnitSink {
        private final String file;
        private final Progress progress;
        private List<Seen> batch = new ArrayList<>();
        private Optional<Running> running = Optional.empty();
        private Optional<Crosswalk> crosswalk = Optional.empty();

        Units(String file, Progress progress) {
            this.file = file;
            this.progress = progress;
        }

        @Override
        public void format(String format) {
            crosswalk = rules.crosswalks().find(format);
        }

        @Override
        public void unit(Field unit, long line, int index) {
            List<MappingResult> results;
            try {
                results = crosswalk.orElseThrow().map(unit);
            } catch (RuntimeException | StackOverflowError e) {
                unreadable("line " + line, Notices.broken(e));
                return;
            }
            for (MappingResult result : results) {
                switch (result) {
                    case MappingResult.Mapped mapped -> add(new Seen.Mapped(mapped, line));
                    case MappingResult.NotThisFormat not ->
                        unreadable("line " + line + ", " + not.path(), not.reason());
                }
            }
        }

        private void add(Seen seen) {
            batch.add(seen);
            if (batch.size() >= BATCH) {
                flush();
            }
        }

        /** Begins to check the batch, then tells what was found in the one before. */
        private void flush() {
            Optional<Running> before = running;
            before.ifPresent(it -> it.verdicts().join()); // a checker is for one thread at a time
            List<Seen> full = batch;
            batch = new ArrayList<>();
            running = Optional.of(new Running(full, begin(full)));
            before.ifPresent(this::tell);
        }

        private CompletableFuture<List<Verdict>> begin(List<Seen> full) {
            List<MappedRecord> records = new ArrayList<>();
            for (Seen seen : full) {
                if (seen instanceof Seen.Mapped mapped) {
                    records.add(mapped.result().record());
                }
            }
            if (records.isEmpty()) {
                return CompletableFuture.completedFuture(
                        List.of()); // no shapes are read for a file that cannot be opened
            }
            Checker checker = rules.checker(); // read here: whoever asked hears of a shape that is wrong in plain words
            return CompletableFuture.supplyAsync(() -> checker.check(records, today));
        }

        private void tell(Running checked) {
            Iterator<Verdict> verdicts = checked.verdicts().join().iterator();
            for (Seen seen : checked.batch()) {
                switch (seen) {
                    case Seen.Mapped mapped -> judge(mapped, verdicts.next());
                    case Seen.Unreadable(Finding finding) -> hand(List.of(row("", file, finding, true)));
                }
            }
        }

        void finish() {
            flush();
            running.ifPresent(this::tell);
        }

        private void judge(Seen.Mapped it, Verdict verdict) {
            MappingResult.Mapped mapped = it.result();
            read++;
            String id = mapped.record().localId();
            setAside += verdict.isAdmitted() && !id.isEmpty() ? 0 : 1;
            String place = file + " line " + it.line();
            Explanation explanation = new Explanation(crosswalk.orElseThrow(), mapped.payload());
            List<Row> rows = new ArrayList<>();
            if (id.isEmpty()) {
                rows.add(row(id, place, Notices.noIdentity(), true));
            }
            verdict.admission().forEach(result -> rows.add(row(id, place, explanation.of(result), true)));
            mapped.record().remarks().forEach(remark -> rows.add(row(id, place, Explanation.of(remark), false)));
            verdict.findings().forEach(result -> rows.add(row(id, place, explanation.of(result), false)));
            hasViolations |= rows.stream().anyMatch(row -> row.finding().severity() == Severity.VIOLATION);
            hand(rows);
        }

        private Row row(String id, String place, Finding finding, boolean isObstacle) {
            return new Row("", "", id, "", place, finding, isObstacle);
        }

        private void hand(List<Row> rows) {
            if (!rows.isEmpty()) {
                findings += rows.size();
                eachRecord.accept(rows);
            }
        }

        @Override
        public void unreadable(String where, Text reason) {
            read++;
            unreadable++;
            add(new Seen.Unreadable(Notices.unreadable(where, reason)));
        }

        @Override
        public void unknown(Text reason) {
            unreadable("", reason);
        }

        @Override
        public void progress(long bytes, long total) {
            progress.at(file, bytes, total);
        }
    }

    /** How many records were read. */
    public long read() {
        return read;
    }

    /** How many of them an ingest would set aside. */
    public long setAside() {
        return setAside;
    }

    /** How many could not be read. */
    public long unreadable() {
        return unreadable;
    }

    /** How many findings there are. */
    public long findings() {
        return findings;
    }

    /** Whether a record that could be read breaks a rule. */
    public boolean hasViolations() {
        return hasViolations;
    }
}
