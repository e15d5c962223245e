package io.musubi.mapping;

import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Text;
import java.util.List;
import java.util.Optional;

/**
 * A record with the reason for each of its statements.
 *
 * @param record the same as in fast mode
 * @param statements each statement of the descriptions and of {@code about}, in their order
 * @param unread source fields with a text that nothing read, nothing ignored and nothing marked private
 * @param leftOut source fields that the crosswalk leaves out on purpose and nothing read
 */
public record Traced(MappedRecord record, List<Line> statements, List<Unread> unread, List<LeftOut> leftOut) {
    /** Takes immutable copies. */
    public Traced {
        statements = List.copyOf(statements);
        unread = List.copyOf(unread);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One statement and where it comes from.
     *
     * @param node the thing; {@code record} for what is said of the record itself
     * @param path the source field, with positions; as from the record, or from the unit with a slash before it
     * @param value the text found there; empty when the field itself is what counts
     * @param line the line of {@code mapping.yaml}
     */
    public record Line(String node, Statement statement, String path, Optional<String> value, int line) {}

    /**
     * A source field that is lost.
     *
     * @param path its path
     * @param value its text
     * @param line where it stands in its file; 0 when unknown
     */
    public record Unread(String path, String value, int line) {}

    /**
     * A source field left out on purpose.
     *
     * @param path its path
     * @param isPrivate whether because it is private, else because it says nothing of use
     * @param because why
     */
    public record LeftOut(String path, boolean isPrivate, Text because) {}
}
