package io.musubi.service;

import io.musubi.check.CheckResult;
import io.musubi.check.Verdict;
import io.musubi.ledger.LedgerSnapshot;
import io.musubi.ledger.StoredRecord;
import io.musubi.ledger.StoredRecord.Status;
import io.musubi.mapping.Crosswalk;
import io.musubi.mapping.MappingResult;
import io.musubi.model.Finding;
import io.musubi.model.Hash;
import io.musubi.model.MappedRecord;
import io.musubi.service.Arrival.Judgement;
import io.musubi.source.Payload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Judges records by the rules as they are today, in a thread of its own. Those that are kept as they come and were judged
 * so before are not judged again: most of what is harvested every night is what it was.
 */
final class Judging implements AutoCloseable {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Store store;
    private final Rulebook rules;
    private final String source;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /**
     * A record that was mapped.
     *
     * @param result what it says
     * @param crosswalk by which
     * @param origin file and place
     */
    record Mapped(MappingResult.Mapped result, Crosswalk crosswalk, String origin) {
        MappedRecord record() {
            return result.record();
        }
    }

    /** @param source whose records they are */
    Judging(Store store, Rulebook rules, String source) {
        this.store = store;
        this.rules = rules;
        this.source = source;
    }

    /** Judges all of them. */
    CompletableFuture<List<Arrival>> all(List<Mapped> batch) {
        return CompletableFuture.supplyAsync(() -> judged(batch), thread);
    }

    /** Judges those of them that have to be. */
    CompletableFuture<List<Arrival>> due(List<Mapped> batch) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<Arrival> arrivals = new ArrayList<>(batch.size());
                    List<Integer> due = new ArrayList<>();
                    try (LedgerSnapshot ledger = store.ledgerSnapshot()) {
                        for (Mapped each : batch) {
                            // Asked for all the same when the ledger holds another version by then.
                            Arrival arrival = arrival(
                                    each,
                                    () -> all(List.of(each))
                                            .join()
                                            .getFirst()
                                            .judgement()
                                            .get());
                            if (!isJudged(ledger, arrival)) {
                                due.add(arrivals.size());
                            }
                            arrivals.add(arrival);
                        }
                    }
                    List<Arrival> judged = judged(due.stream().map(batch::get).toList());
                    for (int i = 0; i < due.size(); i++) {
                        arrivals.set(due.get(i), judged.get(i));
                    }
                    return arrivals;
                },
                thread);
    }

    private boolean isJudged(LedgerSnapshot ledger, Arrival arrival) {
        return ledger.find(source, arrival.mapped().localId())
                .filter(it -> it.status() == Status.LIVE)
                .flatMap(StoredRecord::version)
                .filter(arrival::isJudgedAs)
                .isPresent();
    }

    private List<Arrival> judged(List<Mapped> batch) {
        List<Verdict> verdicts =
                rules.checker().check(batch.stream().map(Mapped::record).toList(), today());
        List<Arrival> arrivals = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Judgement judgement = judgement(batch.get(i), verdicts.get(i));
            arrivals.add(arrival(batch.get(i), () -> judgement));
        }
        return arrivals;
    }

    private static Judgement judgement(Mapped it, Verdict verdict) {
        Explanation explanation = new Explanation(it.crosswalk(), it.result().payload());
        List<Finding> findings = new ArrayList<>();
        it.record().remarks().forEach(remark -> findings.add(Explanation.of(remark)));
        for (CheckResult result : verdict.findings()) {
            findings.add(explanation.of(result));
        }
        return new Judgement(verdict.admission().stream().map(explanation::of).toList(), findings);
    }

    private Arrival arrival(Mapped it, Supplier<Judgement> judgement) {
        String payload = Payload.text(it.result().payload());
        return new Arrival(
                it.record(),
                payload,
                Hash.of(payload).hex(),
                it.crosswalk().hash(),
                it.origin(),
                it.crosswalk().isOpenByDefault(),
                new RuleDay(rules.checker().hash().shortHex(), today()),
                judgement);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(store.clock().instant(), JAPAN);
    }

    @Override
    public void close() {
        thread.close();
    }
}
