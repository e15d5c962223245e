package io.musubi.mapping;

import io.musubi.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the texts of a value rule come from. */
sealed interface TextSource {
    /** The texts it gives, seen from {@code at}. */
    List<Value> values(Field at, Scope scope);

    /** The paths it reads, as written. */
    List<String> paths();

    /** The texts of the fields selected. */
    record Texts(FieldPath path) implements TextSource {
        @Override
        public List<Value> values(Field at, Scope scope) {
            List<Field> fields = path.select(at, scope);
            if (fields.size() == 1) {
                Value only = value(fields.getFirst(), at, scope);
                return only == null ? List.of() : List.of(only);
            }
            List<Value> values = new ArrayList<>(fields.size());
            for (int i = 0; i < fields.size(); i++) {
                Value value = value(fields.get(i), at, scope);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }

        private static @Nullable Value value(Field field, Field at, Scope scope) {
            String text = scope.text(field);
            return text == null ? null : new Value(text, null, field, at);
        }

        @Override
        public List<String> paths() {
            return List.of(path.source());
        }
    }

    /** The names of the fields selected. */
    record Names(FieldPath path) implements TextSource {
        @Override
        public List<Value> values(Field at, Scope scope) {
            return path.select(at, scope).stream()
                    .map(field -> new Value(field.name(), null, field, at))
                    .toList();
        }

        @Override
        public List<String> paths() {
            return List.of(path.source());
        }
    }

    /** The number of the rule's field among its namesakes. */
    record Position() implements TextSource {
        @Override
        public List<Value> values(Field at, Scope scope) {
            return List.of(new Value(Integer.toString(at.position()), null, at, at));
        }

        @Override
        public List<String> paths() {
            return List.of();
        }
    }

    /**
     * A text of the crosswalk.
     *
     * @param iri the IRI it stands for; null for none
     */
    record Constant(String text, @Nullable String iri) implements TextSource {
        @Override
        public List<Value> values(Field at, Scope scope) {
            return List.of(new Value(text, iri, at, at));
        }

        @Override
        public List<String> paths() {
            return List.of(".");
        }
    }

    /**
     * A text with holes.
     *
     * @param pieces alternate between text and the name of a hole
     */
    record Template(List<String> pieces, Map<String, ValueRule> with) implements TextSource {
        @Override
        public List<Value> values(Field at, Scope scope) {
            StringBuilder out = new StringBuilder();
            Field from = at;
            boolean isWhole = true;
            for (int i = 0; i < pieces.size(); i++) {
                ValueRule hole = i % 2 == 0 ? null : with.get(pieces.get(i));
                if (hole == null) {
                    out.append(pieces.get(i));
                    continue;
                }
                // Every hole is tried, also behind an empty one: each has its own remark to give.
                List<Value> values = hole.values(at, scope);
                isWhole &= !values.isEmpty();
                if (!values.isEmpty()) {
                    from = from.equals(at) ? values.getFirst().field() : from;
                    out.append(values.getFirst().text());
                }
            }
            return isWhole ? List.of(new Value(out.toString(), null, from, at)) : List.of();
        }

        @Override
        public List<String> paths() {
            return with.values().stream().flatMap(hole -> hole.paths().stream()).toList();
        }
    }

    /** Another rule. */
    record Inner(ValueRule rule) implements TextSource {
        @Override
        public List<Value> values(Field at, Scope scope) {
            return rule.values(at, scope);
        }

        @Override
        public List<String> paths() {
            return rule.paths();
        }
    }
}
