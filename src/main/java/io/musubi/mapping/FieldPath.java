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

    /** The fields it selects, in source order. Not to be changed. */
    List<Field> select(Field at, Scope scope) {
        Field from = switch (start) {
            case HERE -> at;
            case ROOT -> scope.unit();
            case RECORD -> scope.record();
        };
        if (steps.isEmpty()) {
            return List.of(from);
        }
        List<Field> selected = step(from, steps.getFirst(), scope);
        for (int i = 1; i < steps.size() && !selected.isEmpty(); i++) {
            selected = selected.size() == 1
                    ? step(selected.getFirst(), steps.get(i), scope)
                    : step(selected, steps.get(i), scope);
        }
        return selected;
    }

    /** From one field: mostly a look-up, of which nothing is copied. */
    private static List<Field> step(Field field, Step step, Scope scope) {
        if (step.axis() == Axis.CHILD) {
            List<Field> children = field.children(step.name());
            if (children.isEmpty() || step.condition() == null) {
                return children;
            }
        }
        List<Field> to = new ArrayList<>(2);
        walk(field, step, scope, to);
        return to;
    }

    private static List<Field> step(List<Field> from, Step step, Scope scope) {
        List<Field> to = new ArrayList<>(from.size());
        for (int i = 0; i < from.size(); i++) {
            walk(from.get(i), step, scope, to);
        }
        return to;
    }

    private static void walk(Field field, Step step, Scope scope, List<Field> to) {
        switch (step.axis()) {
            case CHILD -> {
                List<Field> children = field.children(step.name());
                for (int i = 0; i < children.size(); i++) {
                    keep(children.get(i), step, scope, to);
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
