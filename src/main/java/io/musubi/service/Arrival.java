package io.musubi.service;

import io.musubi.ledger.LedgerSnapshot;
import io.musubi.ledger.StoredVersion;
import io.musubi.ledger.VersionTexts;
import io.musubi.model.Finding;
import io.musubi.model.MappedRecord;
import java.util.List;
import java.util.function.Supplier;

/** A record at the door of the ledger. */
sealed interface Arrival {
    /**
     * One that was mapped and judged.
     *
     * @param delivered as it came
     * @param mapped what it says
     * @param texts both, as the ledger keeps them
     * @param judgedBy by what it was judged
     * @param obstacles why it cannot be placed; empty for a record that can
     * @param findings what should be looked at
     */
    record Judged(
            Delivered delivered,
            MappedRecord mapped,
            VersionTexts texts,
            RuleDay judgedBy,
            List<Finding> obstacles,
            List<Finding> findings)
            implements Arrival {

        /** Whether {@code version} came with the same text, mapped by the same crosswalk. */
        boolean is(StoredVersion version) {
            return version.payloadHash().equals(delivered.hash())
                    && version.crosswalkHash().equals(delivered.crosswalk().hash());
        }
    }

    /**
     * One that came as it stood in the ledger a moment ago.
     *
     * @param version what stood
     * @param otherwise maps and judges it, should another version stand by now
     */
    record Standing(LedgerSnapshot.Standing version, Supplier<Judged> otherwise) implements Arrival {}
}
