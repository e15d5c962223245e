package io.musubi.mapping;

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
            List<Field> fields = path.select(at, scope);
            for (int i = 0; i < fields.size(); i++) {
                if (scope.isThere(fields.get(i))) {
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
            List<Field> fields = path.select(at, scope);
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
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

    /**
     * Some text contains a match of a regular expression.
     *
     * @param contains whether a text does
     */
    record Like(FieldPath path, Remembered<Boolean> contains) implements Condition {
        @Override
        public boolean holds(Field at, Scope scope) {
            List<Field> fields = path.select(at, scope);
            for (int i = 0; i < fields.size(); i++) {
                String found = scope.tested(fields.get(i));
                if (found != null && contains.of(found)) {
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

    /** A value rule gives a value. Asked once for each field: a crosswalk names such conditions and uses them often. */
    final class Gives implements Condition {
        private final ValueRule rule;
        private final Set<String> equals;

        /** @param equals the values asked for; empty for any */
        Gives(ValueRule rule, Set<String> equals) {
            this.rule = rule;
            this.equals = equals;
        }

        @Override
        public boolean holds(Field at, Scope scope) {
            return scope.answered(this, at);
        }

        /** What is answered. */
        boolean gives(Field at, Scope scope) {
            for (Value value : rule.values(at, scope)) {
                if (equals.isEmpty() || equals.contains(value.text())) {
                    return true;
                }
            }
            return false;
        }
    }
}
