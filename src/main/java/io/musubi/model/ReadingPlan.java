package io.musubi.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a reader must know of a format: a crosswalk gives it, the readers follow it.
 *
 * @param format the format's name
 * @param syntaxes the syntaxes it comes in
 * @param prefixes XML namespace to the prefix that field names carry
 * @param units where units begin; for a file, the first whose predicate holds of an early unit is taken
 * @param embedded paths, as from the unit, of fields whose text is JSON and is read as if it stood there
 */
public record ReadingPlan(
        String format,
        Set<Syntax> syntaxes,
        Map<String, String> prefixes,
        List<Unit> units,
        List<List<String>> embedded) {
    /** Takes immutable copies. */
    public ReadingPlan {
        syntaxes = Set.copyOf(syntaxes);
        prefixes = Map.copyOf(prefixes);
        units = List.copyOf(units);
        embedded = embedded.stream().map(List::copyOf).toList();
    }

    /**
     * One place where units begin.
     *
     * @param at names from the document's root, {@code []} for a member of an array at the root, {@code *} for an element
     *     of any name; empty for the root itself
     *     (JSON), each line (NDJSON) or each row (CSV)
     * @param wanted the condition in the crosswalk's words, for messages
     * @param recognise whether a unit shows that the file is of this format. Here, and only here, the unit has ancestors:
     *     those of the document with their attributes and the fields without children that came before
     * @param isLast whether it is tried only after the units of all formats that are not: for what would otherwise be
     *     taken away from another format
     */
    public record Unit(List<String> at, String wanted, Predicate<Field> recognise, boolean isLast) {
        /** Takes an immutable copy. */
        public Unit {
            at = List.copyOf(at);
        }
    }
}
