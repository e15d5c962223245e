package io.musubi.mapping;

import io.musubi.model.Field;
import io.musubi.model.MappedRecord;
import io.musubi.model.Text;

/** What a crosswalk makes of one record of a unit. */
public sealed interface MappingResult {

    /**
     * A record, described.
     *
     * @param record what it says
     * @param payload the unit without the records beside this one: mapping it again gives {@code record} and nothing else
     */
    record Mapped(MappedRecord record, Field payload) implements MappingResult {}

    /**
     * Something that the crosswalk knows and does not take, such as an error answer or a record in another schema.
     *
     * @param path where in the unit
     * @param reason why, and what to do
     */
    record NotThisFormat(String path, Text reason) implements MappingResult {}
}
