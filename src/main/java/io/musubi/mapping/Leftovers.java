package io.musubi.mapping;

import io.musubi.model.Field;
import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The source fields of a record that no rule read. */
final class Leftovers {
    private final Scope scope;
    private final List<Traced.Unread> unread = new ArrayList<>();
    private final List<Traced.LeftOut> leftOut = new ArrayList<>();

    /**
     * A path under {@code ignore} or {@code private}.
     *
     * @param isAll whether everything below counts too
     */
    record Omission(FieldPath path, boolean isAll, boolean isPrivate, Text because) {}

    Leftovers(CrosswalkReader.Parts parts, Scope scope) {
        this.scope = scope;
        Map<Field, Omission> omitted = new HashMap<>();
        for (Omission omission : parts.omissions()) {
            for (Field field : omission.path().select(scope.record(), scope)) {
                mark(field, omission, omitted);
            }
        }
        sort(scope.unit(), omitted);
    }

    private static void mark(Field field, Omission omission, Map<Field, Omission> omitted) {
        omitted.putIfAbsent(field, omission);
        if (omission.isAll()) {
            field.children().forEach(child -> mark(child, omission, omitted));
        }
    }

    private void sort(Field field, Map<Field, Omission> omitted) {
        String text = field.text();
        if (text != null && !scope.wasRead(field)) {
            Omission omission = omitted.get(field);
            if (omission == null) {
                unread.add(new Traced.Unread(scope.path(field), text, field.line()));
            } else {
                leftOut.add(new Traced.LeftOut(scope.path(field), omission.isPrivate(), omission.because()));
            }
        }
        field.children().forEach(child -> sort(child, omitted));
    }

    List<Traced.Unread> unread() {
        return unread;
    }

    List<Traced.LeftOut> leftOut() {
        return leftOut;
    }
}
