package io.musubi.service;

import io.musubi.check.Verdict;
import io.musubi.finding.Row;
import io.musubi.mapping.Crosswalk;
import io.musubi.mapping.MappingResult;
import io.musubi.model.Field;
import io.musubi.model.Finding;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import io.musubi.source.SourceReader;
import io.musubi.source.UnitSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks files as an ingest would, without a store. */
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
            all.failed()
                    .forEach(
                            (file, why) -> new Units(all.name(file), progress).unreadable("", Notices.cannotOpen(why)));
        } catch (IOException e) {
            new Units(path.toString(), progress).unreadable("", Notices.cannotOpen(e));
        }
    }

    private void readFile(Path file, String name, Progress progress) {
        Units units = new Units(name, progress);
        try {
            SourceReader.read(file, rules.crosswalks().readingPlans(), units);
        } catch (IOException e) {
            units.unreadable("", Notices.cannotOpen(e));
        }
        units.flush();
    }

    private record Mapped(MappingResult.Mapped result, long line) {}

    private final class Units implements UnitSink {
        private final String file;
        private final Progress progress;
        private final List<Mapped> batch = new ArrayList<>();
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
                    case MappingResult.Mapped mapped -> batch.add(new Mapped(mapped, line));
                    case MappingResult.NotThisFormat not ->
                        unreadable("line " + line + ", " + not.path(), not.reason());
                }
            }
            if (batch.size() >= BATCH) {
                flush();
            }
        }

        void flush() {
            List<Verdict> verdicts = rules.checker()
                    .check(batch.stream().map(it -> it.result().record()).toList(), today);
            for (int i = 0; i < verdicts.size(); i++) {
                judge(batch.get(i), verdicts.get(i));
            }
            batch.clear();
        }

        private void judge(Mapped it, Verdict verdict) {
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
            hand(List.of(row("", file, Notices.unreadable(where, reason), true)));
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
