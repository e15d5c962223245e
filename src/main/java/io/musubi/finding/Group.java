package io.musubi.finding;

import io.musubi.model.Severity;
import java.util.ArrayList;
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
    private static final Comparator<Group<?>> ORDER = Comparator.<Group<?>, Severity>comparing(
                    group -> group.cause().severity())
            .thenComparing(Group::gain, Gain.MOST_FIRST)
            .thenComparing(group -> group.cause().rule())
            .thenComparing(group -> group.cause().message().ja())
            .thenComparing(group -> group.cause().remedy().ja());

    /** Takes an immutable copy. */
    public Group {
        items = List.copyOf(items);
    }

    /** The groups in their order, numbered anew. */
    public static <T> List<Group<T>> ordered(List<Group<T>> groups) {
        List<Group<T>> numbered = new ArrayList<>(groups.size());
        groups.stream()
                .sorted(ORDER)
                .forEach(it -> numbered.add(new Group<>(numbered.size() + 1, it.cause(), it.gain(), it.items())));
        return List.copyOf(numbered);
    }
}
