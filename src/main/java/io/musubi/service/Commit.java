package io.musubi.service;

import io.musubi.ledger.Findings.Part;
import io.musubi.ledger.Findings.Subject;
import io.musubi.ledger.Ledger;
import io.musubi.ledger.Records;
import io.musubi.ledger.StoredRecord;
import io.musubi.ledger.StoredRecord.Status;
import io.musubi.ledger.StoredVersion;
import io.musubi.model.Finding;
import io.musubi.model.Hash;
import io.musubi.model.MappedRecord;
import io.musubi.model.RecordAccess;
import io.musubi.model.Remark;
import io.musubi.model.SourceSettings;
import io.musubi.model.Statement;
import io.musubi.service.Arrival.Judged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One batch of records becomes one transaction of the ledger, which also holds the documents it changes. Either all of
 * it is there afterwards or nothing.
 */
final class Commit {
    private final Ledger ledger;
    private final Records records;
    private final Weaver weaver;

    Commit(Ledger ledger, Weaver weaver) {
        this.ledger = ledger;
        this.records = ledger.records();
        this.weaver = weaver;
    }

    /**
     * Takes a batch.
     *
     * @param delivery the number of the delivery the batch belongs to
     * @return what became of each, in order
     */
    List<Outcome> take(SourceSettings source, long delivery, Instant now, List<Arrival> batch) {
        weaver.begin();
        return ledger.transaction(() -> {
            long commit = ledger.newCommit("ingest", now, source.id());
            List<Outcome> outcomes = new ArrayList<>(batch.size());
            for (Arrival arrival : batch) {
                outcomes.add(take(commit, source, delivery, arrival));
            }
            weaver.settle(commit);
            return outcomes;
        });
    }

    private Outcome take(long commit, SourceSettings source, long delivery, Arrival arrival) {
        return switch (arrival) {
            case Judged judged -> take(commit, source, delivery, judged);
            case Arrival.Standing standing -> {
                StoredRecord known = records.get(standing.version().record());
                yield isStanding(known, standing)
                        ? renew(known, delivery)
                        : take(commit, source, delivery, standing.otherwise().get());
            }
        };
    }

    private static boolean isStanding(StoredRecord known, Arrival.Standing standing) {
        return known.status() == Status.LIVE
                && known.version()
                        .filter(it -> it.id() == standing.version().version())
                        .isPresent();
    }

    /** The delivery holds the record as it stands. */
    private Outcome renew(StoredRecord known, long delivery) {
        boolean isRepeated = known.delivery() == delivery;
        records.setDelivery(known.id(), delivery);
        return isRepeated ? Outcome.DUPLICATE : Outcome.UNCHANGED;
    }

    private Outcome take(long commit, SourceSettings source, long delivery, Judged arrival) {
        MappedRecord mapped = arrival.mapped();
        Optional<StoredRecord> known =
                mapped.localId().isEmpty() ? Optional.empty() : records.find(source.id(), mapped.localId());
        if (known.filter(it -> it.status() == Status.PURGED).isPresent()) {
            return Outcome.PURGED;
        }
        if (mapped.isDeleted() && !mapped.localId().isEmpty()) {
            return delete(commit, source, delivery, mapped, known);
        }
        if (known.isPresent()) {
            Optional<Outcome> kept = keep(commit, source, delivery, arrival, known.get());
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        if (mapped.localId().isEmpty() || !arrival.obstacles().isEmpty()) {
            return setAside(commit, source, delivery, arrival, known);
        }
        store(commit, source, delivery, arrival, known);
        return Outcome.STORED;
    }

    /** The cases in which the version that is there stays. */
    private Optional<Outcome> keep(
            long commit, SourceSettings source, long delivery, Judged arrival, StoredRecord known) {
        boolean isSame = known.version().filter(arrival::is).isPresent();
        if (isSame && known.status() == Status.LIVE) {
            Outcome outcome = renew(known, delivery);
            if (outcome == Outcome.UNCHANGED) {
                judgeAgain(commit, known, arrival);
            }
            return Optional.of(outcome);
        }
        if (isOlder(arrival.mapped().datestamp(), known.datestamp())) {
            records.setDelivery(known.id(), delivery);
            return Optional.of(Outcome.OLDER);
        }
        if (isSame) {
            records.setDelivery(known.id(), delivery);
            records.setStatus(
                    known.id(),
                    Status.LIVE,
                    isOpen(
                            source,
                            arrival.mapped(),
                            arrival.delivered().crosswalk().isOpenByDefault()));
            judgeAgain(commit, known, arrival);
            weaver.apply(records.get(known.id()), source);
            return Optional.of(Outcome.STORED);
        }
        return Optional.empty();
    }

    /** The record is what it was, but the rules, or the day, may not be: its findings are those of today. */
    private void judgeAgain(long commit, StoredRecord known, Judged arrival) {
        StoredVersion version = known.version().orElseThrow();
        List<Finding> findings = arrival.findings();
        if (ledger.findings().renew(commit, subject(known, version.origin()), Part.RECORD, findings)) {
            weaver.show(known.id());
        }
        records.setJudged(version.id(), arrival.judgedBy().kept());
    }

    private static Subject subject(StoredRecord record, String origin) {
        return new Subject(record.source(), Optional.of(record.id()), record.localId(), origin);
    }

    /** Dates of different precision compare by what they share. */
    static boolean isOlder(Optional<String> arriving, Optional<String> known) {
        if (arriving.isEmpty() || known.isEmpty()) {
            return false;
        }
        int shared = Math.min(arriving.get().length(), known.get().length());
        return arriving.get().substring(0, shared).compareTo(known.get().substring(0, shared)) < 0;
    }

    static boolean isOpen(SourceSettings source, MappedRecord mapped, boolean isOpenByDefault) {
        return mapped.access()
                .or(source::defaultAccess)
                .map(RecordAccess.OPEN::equals)
                .orElse(isOpenByDefault);
    }

    private Outcome delete(
            long commit, SourceSettings source, long delivery, MappedRecord mapped, Optional<StoredRecord> known) {
        if (known.isPresent() && isOlder(mapped.datestamp(), known.get().datestamp())) {
            return Outcome.OLDER;
        }
        StoredRecord record = known.orElseGet(
                () -> records.add(source.id(), mapped.localId(), key(mapped), mapped.format(), Status.DELETED));
        records.setDelivery(record.id(), delivery);
        records.setDatestamp(record.id(), mapped.datestamp());
        ledger.findings().close(commit, source.id(), mapped.localId());
        if (record.status() == Status.LIVE) {
            records.setStatus(record.id(), Status.DELETED, false);
            weaver.apply(records.get(record.id()), source);
        }
        return Outcome.DELETED;
    }

    private Outcome setAside(
            long commit, SourceSettings source, long delivery, Judged arrival, Optional<StoredRecord> known) {
        List<Finding> reasons = new ArrayList<>(arrival.obstacles());
        if (arrival.mapped().localId().isEmpty()) {
            reasons.addFirst(Notices.noIdentity());
        }
        String localId = arrival.mapped().localId().isEmpty()
                ? arrival.delivered().origin()
                : arrival.mapped().localId();
        records.setAside(
                commit,
                source.id(),
                localId,
                arrival.delivered().origin(),
                arrival.delivered().text(),
                arrival.delivered().hash(),
                reasons.getFirst().rule());
        known.filter(it -> it.status() == Status.LIVE).ifPresent(it -> {
            records.setStale(it.id());
            records.setDelivery(it.id(), delivery);
        });
        Subject subject = new Subject(
                source.id(),
                known.map(StoredRecord::id),
                localId,
                arrival.delivered().origin());
        ledger.findings().renew(commit, subject, Part.OBSTACLE, reasons);
        ledger.findings().renew(commit, subject, Part.ASIDE, arrival.findings());
        return Outcome.SET_ASIDE;
    }

    private void store(
            long commit, SourceSettings source, long delivery, Judged arrival, Optional<StoredRecord> known) {
        MappedRecord mapped = arrival.mapped();
        StoredRecord before = known.orElseGet(
                () -> records.add(source.id(), mapped.localId(), key(mapped), mapped.format(), Status.LIVE));
        Optional<MappedRecord> earlier = before.version().map(records::mapped);
        boolean isRepeated =
                known.isPresent() && before.delivery() == delivery && !isOlder(before.datestamp(), mapped.datestamp());
        StoredVersion version = records.addVersion(
                before.id(),
                commit,
                mapped,
                arrival.texts(),
                arrival.delivered().hash(),
                arrival.delivered().crosswalk().hash(),
                arrival.delivered().origin(),
                // That it is repeated is no judgement of the record, and to be looked at again.
                isRepeated ? Optional.empty() : Optional.of(arrival.judgedBy().kept()));
        boolean isOpen = isOpen(source, mapped, arrival.delivered().crosswalk().isOpenByDefault());
        records.setStatus(before.id(), Status.LIVE, isOpen);
        records.setDelivery(before.id(), delivery);
        records.setDatestamp(before.id(), version.datestamp());
        records.takeBack(source.id(), mapped.localId());
        if ((before.isOpen() && !isOpen)
                || earlier.filter(it -> hides(it, mapped)).isPresent()) {
            weaver.forget(before);
        }
        Subject subject = subject(before, arrival.delivered().origin());
        List<Finding> findings = new ArrayList<>(arrival.findings());
        if (isRepeated) {
            findings.add(Notices.repeated());
        }
        ledger.findings().renew(commit, subject, Part.RECORD, findings);
        ledger.findings().renew(commit, subject, Part.OBSTACLE, List.of());
        ledger.findings().renew(commit, subject, Part.ASIDE, List.of());
        weaver.apply(records.get(before.id()), source);
    }

    /** Whether something that was public is private now: its text must leave the journal's history. */
    private static boolean hides(MappedRecord earlier, MappedRecord now) {
        Set<String> hidden = new HashSet<>();
        statements(now).filter(Statement::isPrivate).forEach(it -> hidden.add(it.predicate() + " " + it.object()));
        return statements(earlier)
                        .anyMatch(it -> !it.isPrivate() && hidden.contains(it.predicate() + " " + it.object()))
                || quotes(earlier, now);
    }

    /** Whether a public finding of before quotes what is private now. */
    private static boolean quotes(MappedRecord earlier, MappedRecord now) {
        PrivateWords words = PrivateWords.of(now);
        Set<String> remarked = new HashSet<>();
        now.remarks().stream().filter(Remark::isPrivate).forEach(it -> remarked.add(it.value()));
        return earlier.remarks().stream()
                .filter(it -> !it.isPrivate())
                .anyMatch(it -> words.hold(it.value()) || remarked.contains(it.value()));
    }

    private static Stream<Statement> statements(MappedRecord record) {
        return record.descriptions().stream().flatMap(it -> it.statements().stream());
    }

    /** A private local id must not be read off the record's IRI. */
    private static String key(MappedRecord mapped) {
        return mapped.isLocalIdPrivate() ? Hash.of(mapped.localId()).shortHex() : mapped.localId();
    }

    /** Records of a complete delivery's source that it did not hold are withdrawn; gives how many. */
    int withdrawAbsent(SourceSettings source, long delivery, Instant now) {
        return ledger.transaction(() -> {
            List<Long> absent = records.absent(source.id(), delivery);
            if (!absent.isEmpty()) {
                long commit = ledger.newCommit("withdraw", now, source.id());
                for (long id : absent) {
                    records.setStatus(id, Status.WITHDRAWN, false);
                    StoredRecord record = records.get(id);
                    ledger.findings().close(commit, source.id(), record.localId());
                    weaver.apply(record, source);
                }
                weaver.settle(commit);
            }
            return absent.size();
        });
    }

    /** The source's settings changed: each of its live records is tied and shown, or hidden, by the new ones. */
    void reconsider(long commit, SourceSettings source, Rulebook rules) {
        for (long id : records.live(Optional.of(source.id()))) {
            StoredRecord record = records.get(id);
            boolean isOpen = isOpen(
                    source, records.mapped(record.version().orElseThrow()), rules.isOpenByDefault(record.format()));
            if (record.isOpen() && !isOpen) {
                weaver.forget(record);
            }
            records.setStatus(id, Status.LIVE, isOpen);
            weaver.apply(records.get(id), source);
        }
        weaver.settle(commit);
    }

    /** Declares for good that two identifiers are not of one thing. */
    void refuse(long a, long b, String reason, Instant now) {
        ledger.transaction(() -> {
            long commit = ledger.newCommit("refusal", now, reason);
            ledger.entities().refuse(commit, a, b, reason);
            Set<Long> tying = new HashSet<>(ledger.entities().recordsTying(a));
            tying.addAll(ledger.entities().recordsTying(b));
            weaver.refused(a, b);
            for (long id : tying) {
                StoredRecord record = records.get(id);
                weaver.apply(record, records.source(record.source()).orElseThrow());
            }
            weaver.settle(commit);
            return commit;
        });
    }

    /** Erases all texts of a record, here and in the journal's history; hashes stay. */
    void purge(StoredRecord record, Instant now) {
        ledger.transaction(() -> {
            long commit = ledger.newCommit("purge", now, record.source());
            weaver.forget(record);
            records.setStatus(record.id(), Status.PURGED, false);
            weaver.apply(
                    records.get(record.id()), records.source(record.source()).orElseThrow());
            records.erase(record.id());
            records.takeBack(record.source(), record.localId());
            ledger.findings().erase(record.source(), record.localId());
            weaver.settle(commit);
            return commit;
        });
    }

    /** A purged record is as one that was deleted: the next delivery that holds it brings it back. */
    void allowAgain(StoredRecord record, Instant now) {
        ledger.transaction(() -> {
            long commit = ledger.newCommit("purge lifted", now, record.source());
            records.erase(record.id());
            records.setStatus(record.id(), Status.DELETED, false);
            return commit;
        });
    }
}
