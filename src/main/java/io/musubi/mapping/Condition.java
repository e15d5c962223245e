package io.musubi.mapping;

import com.google.re2j.Pattern;
import io.musubi.model.Field;
import java.util.List;
import java.util.Set;

/** A compiled condition ({@code docs/crosswalk.md} § 2 and {@code when} in § 5). */
sealed interface Condition {
    /** Whether it holds, seen from {@code at}. */
    boolean holds(Field at, Scope scope);

    /** A path selects a field that has a text or children. */
    record Has(FieldPath path) implements Condition {
        @Override
        public boolean holds(Field at, Scope scope) {
            for (Field field : path.select(at, scope)) {
                if (scope.isThere(field)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Some text is, or is not, the given one. */
    record Is(FieldPath path, String text, boolean isSame) implements Condition {
        @Override
        public boolean holds(Field at, Scope scope) {
            for (Field field : path.select(at, scope)) {
                String found = scope.look(field);
                // Told apart first: nearly all comparisons fail, and most texts need no look whether they stand for
                // nothing.
                if (found != null && found.equals(text) == isSame && scope.tested(field) != null) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Some text contains a match of a regular expression. */
    record Like(FieldPath path, Pattern pattern) implements Condition {
        @Override
        public boolean holds(Field at, Scope scope) {
            for (Field field : path.select(at, scope)) {
                String found = scope.tested(field);
                if (found != null && pattern.matcher(found).find()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The other does not hold. */
    record Not(Condition inner) implements Condition {
        @Override
        public boolean holds(Field at, Scope scope) {
            return !inner.holds(at, scope);
        }
    }

    /** All hold. */
    record All(List<Condition> inner) implements Condition {
        @Override
        public boolean holds(Field at, Scope scope) {
            for (Condition each : inner) {
                if (!each.holds(at, scope)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One holds. */
    record Any(List<Condition> inner) implements Condition {
        @Override
        public boolean holds(Field at, Scope scope) {
            for (Condition each : inner) {
                if (each.holds(at, scope)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A value rule gives a value.
     *
     * @param equals the values asked for; empty for any
     */
    record Gives(ValueRule rule, Set<String> equals) implements Condition {
        @Override
        public boolean holds(Field at, Scope scope) {
            return scope.silently(() -> {
                for (Value value : rule.values(at, scope)) {
                    if (equals.isEmpty() || equals.contains(value.text())) {
                        return true;
                    }
                }
                return false;
            });
        }
    }
}
