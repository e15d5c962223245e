package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.Optional;

/** What a {@link Normaliser} makes of a value. */
public sealed interface Result {

    /**
     * The value is usable.
     *
     * @param normal its normal form, never empty
     * @param note what the data steward should know although it is usable, such as leading zeros put back
     */
    record Value(String normal, Optional<Note> note) implements Result {}

    /**
     * The value is not usable: it ties nothing and gives no statement (or its raw text, where the crosswalk says so).
     *
     * @param note why; empty when there is nothing to report, such as a grant number without a branch where the parent
     *     was asked for
     */
    record Refused(Optional<Note> note) implements Result {}

    /**
     * What a remark tells the data steward.
     *
     * @param severity how grave
     * @param expected what would have been right
     * @param remedy what to do
     * @param isPersonal true when the raw value holds personal data: a remark that repeats it is private
     */
    record Note(Severity severity, Text expected, Text remedy, boolean isPersonal) {}

    /** A value that needs no word. */
    static Result value(String normal) {
        return new Value(normal, Optional.empty());
    }

    /** A usable value with a note. */
    static Result noted(String normal, Severity severity, Text expected, Text remedy) {
        return new Value(normal, Optional.of(new Note(severity, expected, remedy, false)));
    }

    /** A refusal with its reason. */
    static Result refused(Severity severity, Text expected, Text remedy) {
        return new Refused(Optional.of(new Note(severity, expected, remedy, false)));
    }

    /** A refusal without a word. */
    static Result silent() {
        return new Refused(Optional.empty());
    }
}
