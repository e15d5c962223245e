package io.musubi.model;

import java.util.Optional;

/**
 * What is known of a registered source, kept in the ledger ("sticky") until it is changed on purpose.
 *
 * @param id its name in commands and IRIs: lower-case letters, digits and hyphens
 * @param title of its catalogue
 * @param publisher who publishes the catalogue
 * @param publisherRor the publisher's ROR id, if it has one
 * @param licence IRI of the licence of its metadata, if known
 * @param format the only format it delivers; empty: recognised by content
 * @param defaultAccess for records that do not say; empty: the crosswalk's default holds
 * @param rank which source goes first where records disagree; the lower number
 * @param isComplete each delivery holds all its records: what is absent is withdrawn
 * @param isAuthority only what other records refer to, and its ancestors, becomes public
 */
public record SourceSettings(
        String id,
        Text title,
        Text publisher,
        Optional<String> publisherRor,
        Optional<String> licence,
        Optional<String> format,
        Optional<RecordAccess> defaultAccess,
        int rank,
        boolean isComplete,
        boolean isAuthority) {

    /** The source of files given without one. */
    public static final String LOCAL = "local";

    private static final int LAST_RANK = 100;

    /** Settings for a source of which only the id is known. */
    public static SourceSettings plain(String id) {
        return new SourceSettings(
                id,
                new Text(id, id),
                new Text("", ""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LAST_RANK,
                false,
                false);
    }
}
