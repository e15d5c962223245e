package io.musubi.finding;

import io.musubi.model.Finding;

/**
 * A finding and where it was made.
 *
 * @param id stable over deliveries; empty where nothing is stored
 * @param source the source's id; empty for a file that was only checked
 * @param record what the source calls the record, or the name in its IRI where that is private; empty or {@code file:}
 *     and a name for what could not be read
 * @param link the address of the record's page; empty where it has none
 * @param place file and line; empty in public
 * @param finding what should be looked at
 * @param isObstacle whether the record is, or would be, set aside for it
 */
public record Row(
        String id, String source, String record, String link, String place, Finding finding, boolean isObstacle) {}
