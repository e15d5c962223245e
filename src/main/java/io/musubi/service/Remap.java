package io.musubi.service;

import io.musubi.ledger.Records;
import io.musubi.ledger.StoredRecord;
import io.musubi.model.SourceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies crosswalks and rules as they are now to the records that are kept, from their payloads. A record whose crosswalk
 * is the one it was mapped by stays as it is, but is judged again: its findings open and close as the rules have changed.
 */
public final class Remap {
    private final Store store;
    private final Rulebook rules;

    /**
     * @param store the records
     * @param rules crosswalks and shapes as they are now
     */
    public Remap(Store store, Rulebook rules) {
        this.store = store;
        this.rules = rules;
    }

    /** Maps and judges the live records of one source, or of all, again; a report for each source that has any. */
    public List<IngestReport> run(Optional<String> only, Progress progress) {
        List<IngestReport> reports = new ArrayList<>();
        for (SourceSettings source : store.sources()) {
            if (only.isEmpty() || only.get().equals(source.id())) {
                reports.add(new Ingest(store, rules).again(source, kept(source), progress));
            }
        }
        return reports;
    }

    private List<Ingest.Kept> kept(SourceSettings source) {
        Records records = store.ledger().records();
        List<Ingest.Kept> kept = new ArrayList<>();
        for (long id : records.live(Optional.of(source.id()))) {
            StoredRecord record = records.get(id);
            record.version()
                    .ifPresent(version -> rules.crosswalks()
                            .find(record.format())
                            .ifPresent(it -> kept.add(new Ingest.Kept(it, id, version.origin()))));
        }
        return kept;
    }
}
