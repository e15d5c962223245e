package io.musubi.finding;

import java.util.Comparator;
import java.util.List;

/**
 * The findings of one cause.
 *
 * @param number its place in the order, counted from 1
 * @param cause what they have in common
 * @param gain what mending it everywhere gives
 * @param items the findings that are shown, in the order in which they came; perhaps not all
 */
public record Group<T>(int number, Cause cause, Gain gain, List<T> items) {
    /** Violations before warnings before hints; then the {@linkplain Gain greater gain}; then by rule and wording. */
    static final Comparator<Group<?>> ORDER = Comparator.<Group<?>>comparingInt(
                    group -> group.cause().severity().ordinal())
            .thenComparing(Group::gain, Gain.MOST_FIRST)
            .thenComparing(group -> group.cause().rule())
            .thenComparing(group -> group.cause().message().ja())
            .thenComparing(group -> group.cause().remedy().ja());

    /** Takes an immutable copy. */
    public Group {
        items = List.copyOf(items);
    }
}
