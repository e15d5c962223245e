package io.musubi.mapping;

import io.musubi.model.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields a value rule is applied to.
 *
 * @param each the first path that selects any; none for the block's own field
 * @param same of those fields, only the ones that have the same text there as the block's own field; none for all
 * @param when which of them; null for all
 */
record Selection(
        List<FieldPath> each,
        List<FieldPath> same,
        @Nullable Condition when) {
    /** The block's own field. */
    static final Selection HERE = new Selection(List.of(), List.of(), null);

    /** The fields, seen from the one the block stands on. */
    List<Field> fields(Field at, Scope scope) {
        List<Field> fields = each.isEmpty() ? List.of(at) : first(at, scope);
        if (!same.isEmpty()) {
            fields = joined(fields, at, scope);
        }
        Condition condition = when;
        if (condition == null) {
            return fields;
        }
        if (fields.size() == 1) {
            return condition.holds(fields.getFirst(), scope) ? fields : List.of();
        }
        List<Field> kept = new ArrayList<>(fields.size());
        for (Field field : fields) {
            if (condition.holds(field, scope)) {
                kept.add(field);
            }
        }
        return kept;
    }

    private List<Field> first(Field at, Scope scope) {
        for (int i = 0; i < each.size(); i++) {
            List<Field> selected = each.get(i).select(at, scope);
            if (!selected.isEmpty()) {
                return selected;
            }
        }
        return List.of();
    }

    private List<Field> joined(List<Field> fields, Field at, Scope scope) {
        String wanted = text(at, scope);
        List<Field> joined = new ArrayList<>();
        for (Field field : fields) {
            if (wanted != null && wanted.equals(text(field, scope))) {
                joined.add(field);
            }
        }
        return joined;
    }

    private @Nullable String text(Field at, Scope scope) {
        for (FieldPath path : same) {
            for (Field field : path.select(at, scope)) {
                String text = scope.tested(field);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    /** {@code path} as seen from the block's own field, for people. */
    List<String> under(String path) {
        if (each.isEmpty() || path.startsWith("/") || path.startsWith("~")) {
            return List.of(path);
        }
        return each.stream()
                .map(it -> path.equals(".") ? it.source() : it.source() + "/" + path)
                .toList();
    }
}
