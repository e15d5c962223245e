package io.musubi.ledger;

import java.util.Optional;

/**
 * One version of a record.
 *
 * @param id the ledger's own number
 * @param datestamp the source's, if it gives one
 * @param payloadHash of the payload
 * @param crosswalkHash of the crosswalk that mapped it
 * @param origin file and place
 */
public record StoredVersion(
        long id, Optional<String> datestamp, String payloadHash, String crosswalkHash, String origin) {}
