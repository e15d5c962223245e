package io.musubi.service;

import io.musubi.check.CheckResult;
import io.musubi.check.Checker;
import io.musubi.check.Verdict;
import io.musubi.ledger.VersionTexts;
import io.musubi.mapping.MappingResult;
import io.musubi.model.Finding;
import io.musubi.service.Arrival.Judged;
import io.musubi.service.Candidate.Mapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Judges records by the rules as they are today and packs their texts for the ledger, in a thread of its own. */
final class Judging implements AutoCloseable {
    private final Checker checker;
    private final LocalDate today;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    Judging(Checker checker, LocalDate today) {
        this.checker = checker;
        this.today = today;
    }

    /** Whether what was found then would be found again. */
    boolean wouldRepeat(RuleDay then) {
        return then.holds(checker.hash().shortHex(), today);
    }

    /** Judges those that were mapped; an arrival for each candidate, in order. */
    CompletableFuture<List<Arrival>> begin(List<Candidate> batch) {
        return CompletableFuture.supplyAsync(() -> arrivals(batch), thread);
    }

    private List<Arrival> arrivals(List<Candidate> batch) {
        Iterator<Judged> judged = judged(batch.stream()
                        .filter(Mapped.class::isInstance)
                        .map(Mapped.class::cast)
                        .toList())
                .iterator();
        List<Arrival> arrivals = new ArrayList<>(batch.size());
        for (Candidate candidate : batch) {
            arrivals.add(
                    switch (candidate) {
                        case Mapped mapped -> judged.next();
                        case Candidate.Standing it ->
                            new Arrival.Standing(it.version(), () -> afterAll(it.delivered()));
                    });
        }
        return arrivals;
    }

    /** Asked for by another thread, when a version that stood does so no more. */
    private Judged afterAll(Delivered delivered) {
        List<Mapped> mapped = delivered.crosswalk().map(delivered.payload()).stream()
                .filter(MappingResult.Mapped.class::isInstance)
                .map(it -> new Mapped(delivered, ((MappingResult.Mapped) it).record()))
                .toList();
        return CompletableFuture.supplyAsync(() -> judged(mapped), thread)
                .join()
                .getFirst();
    }

    private List<Judged> judged(List<Mapped> batch) {
        List<Verdict> verdicts =
                checker.check(batch.stream().map(Mapped::record).toList(), today);
        List<Judged> judged = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            judged.add(judged(batch.get(i), verdicts.get(i)));
        }
        return judged;
    }

    private Judged judged(Mapped it, Verdict verdict) {
        Explanation explanation =
                new Explanation(it.delivered().crosswalk(), it.delivered().payload());
        List<Finding> findings = new ArrayList<>();
        it.record().remarks().forEach(remark -> findings.add(Explanation.of(remark)));
        for (CheckResult result : verdict.findings()) {
            findings.add(explanation.of(result));
        }
        return new Judged(
                it.delivered(),
                it.record(),
                VersionTexts.of(it.delivered().text(), it.record()),
                RuleDay.of(checker.hash().shortHex(), today, it.record()),
                verdict.admission().stream().map(explanation::of).toList(),
                findings);
    }

    @Override
    public void close() {
        thread.close();
    }
}
