package io.musubi.service;

import io.musubi.check.Verdict;
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

/** Checks files as an ingest would, without a store. */
public final class FileCheck {
    private static final int BATCH = 500;

    private final Rulebook rules;
    private final LocalDate today;
    private final List<Result> results = new ArrayList<>();
    private long read;
    private long setAside;
    private long unreadable;

    /**
     * @param rules formats and shapes
     * @param today the day that rules about the future mean
     */
    public FileCheck(Rulebook rules, LocalDate today) {
        this.rules = rules;
        this.today = today;
    }

    /**
     * A finding and where it was made.
     *
     * @param file the file's name
     * @param localId the record, or the place in the file when there is none
     * @param finding what should be looked at
     * @param isObstacle whether it would set the record aside
     */
    public record Result(String file, String localId, Finding finding, boolean isObstacle) {}

    /**
     * Checks a file, or all files of a folder.
     *
     * @throws IOException when it cannot be opened
     */
    public void read(Path path, Progress progress) throws IOException {
        for (Path file : Ingest.files(path)) {
            Units units = new Units(String.valueOf(file.getFileName()), progress);
            SourceReader.read(file, rules.crosswalks().readingPlans(), units);
            units.flush();
        }
    }

    private final class Units implements UnitSink {
        private final String file;
        private final Progress progress;
        private final List<MappingResult.Mapped> batch = new ArrayList<>();
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
            for (MappingResult result : crosswalk.orElseThrow().map(unit)) {
                switch (result) {
                    case MappingResult.Mapped mapped -> batch.add(mapped);
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
                    .check(batch.stream().map(MappingResult.Mapped::record).toList(), today);
            for (int i = 0; i < verdicts.size(); i++) {
                judge(batch.get(i), verdicts.get(i));
            }
            batch.clear();
        }

        private void judge(MappingResult.Mapped mapped, Verdict verdict) {
            read++;
            setAside += verdict.isAdmitted() ? 0 : 1;
            String id = mapped.record().localId();
            Explanation explanation = new Explanation(crosswalk.orElseThrow(), mapped.payload());
            verdict.admission().forEach(it -> results.add(new Result(file, id, explanation.of(it), true)));
            mapped.record().remarks().forEach(it -> results.add(new Result(file, id, Explanation.of(it), false)));
            verdict.findings().forEach(it -> results.add(new Result(file, id, explanation.of(it), false)));
        }

        @Override
        public void unreadable(String where, Text reason) {
            read++;
            unreadable++;
            results.add(new Result(file, where, Ingest.unreadableFinding(where, reason), true));
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

    /** All findings, in the order of files and records. */
    public List<Result> results() {
        return List.copyOf(results);
    }

    /** Whether a rule of a profile is broken somewhere. */
    public boolean hasViolations() {
        return results.stream().anyMatch(it -> it.finding().severity() == Severity.VIOLATION);
    }
}
