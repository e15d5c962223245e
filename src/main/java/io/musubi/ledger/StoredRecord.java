package io.musubi.ledger;

import java.util.Optional;

/**
 * A record as the ledger knows it now.
 *
 * @param id the ledger's own number
 * @param source the source's id
 * @param localId its name in the source
 * @param key its name in its IRI
 * @param format the crosswalk it came by
 * @param status live, deleted, withdrawn or purged
 * @param isOpen whether its public part may be projected
 * @param isStale whether a newer version was set aside
 * @param delivery the number of the delivery that last held it
 * @param datestamp of the latest version or deletion notice taken
 * @param version the current version, if it has one
 */
public record StoredRecord(
        long id,
        String source,
        String localId,
        String key,
        String format,
        Status status,
        boolean isOpen,
        boolean isStale,
        long delivery,
        Optional<String> datestamp,
        Optional<StoredVersion> version) {

    /** Where in its life a record is. */
    public enum Status {
        /** In its source. */
        LIVE,
        /** Deleted there by notice. */
        DELETED,
        /** Absent from a complete delivery. */
        WITHDRAWN,
        /** Erased here; only hashes remain. */
        PURGED
    }
}
