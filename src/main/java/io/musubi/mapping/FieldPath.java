package io.musubi.mapping;

import io.musubi.model.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled path ({@code docs/crosswalk.md} § 2).
 *
 * @param source as written
 * @param start where it begins
 * @param steps what it walks
 */
record FieldPath(String source, Start start, List<Step> steps) {
    /** Where a path begins. */
    enum Start {
        /** The current field. */
        HERE,
        /** The unit. */
        ROOT,
        /** The record's own field. */
        RECORD
    }

    /** What a step selects. */
    enum Axis {
        /** Children of one name. */
        CHILD,
        /** All children that are no attributes. */
        ANY,
        /** The field itself. */
        SELF,
        /** Its parent. */
        PARENT
    }

    /**
     * One step.
     *
     * @param name for {@link Axis#CHILD}, else empty
     * @param condition which of the selected stay; null for all
     */
    record Step(Axis axis, String name, @Nullable Condition condition) {}

    /** Whether it speaks of an attribute of the field that gave a value. */
    boolean isAttribute() {
        return start == Start.HERE
                && !steps.isEmpty()
                && steps.getFirst().name().startsWith("@");
    }

    /** The fields it selects, in source order. */
    List<Field> select(Field at, Scope scope) {
        List<Field> selected = switch (start) {
            case HERE -> List.of(at);
            case ROOT -> List.of(scope.unit());
            case RECORD -> List.of(scope.record());
        };
        for (int i = 0; i < steps.size() && !selected.isEmpty(); i++) {
            selected = step(selected, steps.get(i), scope);
        }
        return selected;
    }

    private static List<Field> step(List<Field> from, Step step, Scope scope) {
        List<Field> to = new ArrayList<>(4);
        for (int i = 0; i < from.size(); i++) {
            walk(from.get(i), step, scope, to);
        }
        return to;
    }

    private static void walk(Field field, Step step, Scope scope, List<Field> to) {
        switch (step.axis()) {
            case CHILD -> {
                List<Field> children = field.children();
                for (int i = 0; i < children.size(); i++) {
                    Field child = children.get(i);
                    if (child.name().equals(step.name())) {
                        keep(child, step, scope, to);
                    }
                }
            }
            case ANY -> {
                List<Field> children = field.children();
                for (int i = 0; i < children.size(); i++) {
                    Field child = children.get(i);
                    if (!child.isAttribute()) {
                        keep(child, step, scope, to);
                    }
                }
            }
            case SELF -> keep(field, step, scope, to);
            case PARENT -> {
                Field parent = field.parent();
                if (parent != null && (to.isEmpty() || !to.getLast().equals(parent))) {
                    keep(parent, step, scope, to);
                }
            }
        }
    }

    private static void keep(Field field, Step step, Scope scope, List<Field> to) {
        if (step.condition() == null || step.condition().holds(field, scope)) {
            to.add(field);
        }
    }

    @Override
    public String toString() {
        return source;
    }
}
