package io.musubi.model;

import java.util.List;
import java.util.Optional;

/**
 * A source record after its crosswalk.
 *
 * @param format the crosswalk's folder name
 * @param localId the record's name in its source; empty when the record has none (set aside: no identity)
 * @param isLocalIdPrivate true when the local id itself must not be public (a file path); its hash then names the record
 * @param datestamp the source's own date of this version, ISO 8601 in UTC ({@code 2026-03-01} or {@code
 *     2026-03-01T00:00:00Z}, comparable as text once cut to the shorter length), if it gives one
 * @param isDeleted true for a deletion notice, such as an OAI-PMH header with {@code status="deleted"}
 * @param access whether the record itself may be public, if it says so
 * @param profiles names of the shape profiles it is judged by beside the general ones
 * @param descriptions what it says, the main thing first; empty for a deletion
 * @param about what it says of itself: statements on the {@code dcat:CatalogRecord}
 * @param remarks what the crosswalk could not use: each becomes a finding
 */
public record MappedRecord(
        String format,
        String localId,
        boolean isLocalIdPrivate,
        Optional<String> datestamp,
        boolean isDeleted,
        Optional<RecordAccess> access,
        List<String> profiles,
        List<Description> descriptions,
        List<Statement> about,
        List<Remark> remarks) {
    /** Takes immutable copies. */
    public MappedRecord {
        profiles = List.copyOf(profiles);
        descriptions = List.copyOf(descriptions);
        about = List.copyOf(about);
        remarks = List.copyOf(remarks);
    }
}
