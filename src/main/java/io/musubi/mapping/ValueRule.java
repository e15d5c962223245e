package io.musubi.mapping;

import io.musubi.model.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled value rule ({@code docs/crosswalk.md} § 5).
 *
 * @param line of the crosswalk
 * @param selection the fields it is applied to
 * @param sources where the text comes from; the first that gives any
 * @param refinement what is made of it
 */
record ValueRule(int line, Selection selection, List<TextSource> sources, Refinement refinement) {

    /** A rule that gives nothing. */
    static ValueRule nothing() {
        return of(0, List.of());
    }

    /** A rule that takes the first of {@code sources} that gives anything, as it is. */
    static ValueRule of(int line, List<TextSource> sources) {
        return new ValueRule(line, Selection.HERE, sources, Refinement.NONE);
    }

    /** The values it gives, seen from {@code at}. Not to be changed. */
    List<Value> values(Field at, Scope scope) {
        List<Field> fields = selection.fields(at, scope);
        if (fields.size() == 1) {
            return values(raw(fields.getFirst(), scope), scope);
        }
        List<Value> values = List.of();
        for (int i = 0; i < fields.size(); i++) {
            values = joined(values, values(raw(fields.get(i), scope), scope));
        }
        return values;
    }

    private static List<Value> joined(List<Value> before, List<Value> more) {
        if (before.isEmpty() || more.isEmpty()) {
            return more.isEmpty() ? before : more;
        }
        List<Value> both = new ArrayList<>(before.size() + more.size() + 2);
        both.addAll(before);
        both.addAll(more);
        return both;
    }

    private List<Value> values(List<Value> raw, Scope scope) {
        if (raw.isEmpty() || refinement.isNothing()) {
            return raw;
        }
        List<Value> values = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            refinement.apply(raw.get(i), scope, values);
        }
        return values;
    }

    private List<Value> raw(Field at, Scope scope) {
        for (int i = 0; i < sources.size(); i++) {
            List<Value> values = sources.get(i).values(at, scope);
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    /** The text of its first value; null when it gives none. */
    @Nullable
    String first(Field at, Scope scope) {
        List<Value> values = values(at, scope);
        return values.isEmpty() ? null : values.getFirst().text();
    }

    /** Whether there is any text, usable or not. */
    boolean isGiven(Field at, Scope scope) {
        for (Field field : selection.fields(at, scope)) {
            for (TextSource source : sources) {
                boolean isGiven = source instanceof TextSource.Inner(ValueRule inner)
                        ? inner.isGiven(field, scope)
                        : !source.values(field, scope).isEmpty();
                if (isGiven) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The fields a block is applied to: those of {@code each}, or below them those of {@code value}. */
    List<Field> targets(Field at, Scope scope) {
        List<Field> fields = selection.fields(at, scope);
        if (fields.size() == 1) {
            return selected(fields.getFirst(), scope);
        }
        List<Field> targets = new ArrayList<>(fields.size());
        for (Field field : fields) {
            targets.addAll(selected(field, scope));
        }
        return targets;
    }

    private List<Field> selected(Field field, Scope scope) {
        for (TextSource source : sources) {
            List<Field> selected =
                    source instanceof TextSource.Texts(FieldPath path) ? path.select(field, scope) : List.of(field);
            if (!selected.isEmpty()) {
                return selected;
            }
        }
        return List.of();
    }

    /** Whether it gives the same for every record, or only counts. */
    boolean isBare() {
        return selection.each().isEmpty()
                && selection.when() == null
                && sources.stream()
                        .allMatch(it -> it instanceof TextSource.Constant || it instanceof TextSource.Position);
    }

    /** The paths it reads, as written and as seen from the block's field, for people. */
    List<String> paths() {
        return sources.stream()
                .flatMap(source -> source.paths().stream())
                .flatMap(path -> selection.under(path).stream())
                .distinct()
                .filter(path -> !path.equals("."))
                .toList();
    }

    /** The IRIs it can give out of the crosswalk and its tables. */
    List<String> iris() {
        List<String> iris = new ArrayList<>();
        if (refinement.lookup() != null) {
            iris.addAll(refinement.lookup().iris().values());
        }
        for (TextSource source : sources) {
            if (source instanceof TextSource.Constant(String text, String iri) && iri != null) {
                iris.add(iri);
            }
        }
        return iris;
    }
}
