package io.musubi.service;

import io.musubi.ledger.LedgerSnapshot;
import io.musubi.model.MappedRecord;

/** A record on its way to the ledger. */
sealed interface Candidate {
    /** As it was delivered. */
    Delivered delivered();

    /** Its source's name for it; empty while that is not known. */
    String localId();

    /**
     * One that was mapped.
     *
     * @param delivered from what
     * @param record what it says
     */
    record Mapped(Delivered delivered, MappedRecord record) implements Candidate {
        @Override
        public String localId() {
            return record.localId();
        }
    }

    /**
     * One that came as it stands in the ledger, and was judged as it would be today.
     *
     * @param delivered what came
     * @param version what stands
     */
    record Standing(Delivered delivered, LedgerSnapshot.Standing version) implements Candidate {
        @Override
        public String localId() {
            return "";
        }
    }
}
