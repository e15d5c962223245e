package io.musubi.service;

import io.musubi.mapping.Crosswalk;
import io.musubi.model.Field;
import io.musubi.model.Hash;
import io.musubi.source.Payload;

/**
 * One record as it was delivered.
 *
 * @param crosswalk of its format
 * @param payload its tree
 * @param text the payload, as the ledger keeps it
 * @param hash of {@code text}
 * @param origin file and place, for stewards
 */
record Delivered(Crosswalk crosswalk, Field payload, String text, String hash, String origin) {
    /** Writes the payload's text. */
    static Delivered of(Crosswalk crosswalk, Field payload, String origin) {
        String text = Payload.text(payload);
        return new Delivered(crosswalk, payload, text, Hash.of(text).hex(), origin);
    }
}
