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

    /** The values it gives, seen from {@code at}. */
    List<Value> values(Field at, Scope scope) {
        List<Value> values = new ArrayList<>(2);
        for (Field field : selection.fields(at, scope)) {
            for (Value raw : raw(field, scope)) {
                refinement.apply(raw, scope, values);
            }
        }
        return values;
    }

    private List<Value> raw(Field at, Scope scope) {
        for (TextSource source : sources) {
            List<Value> values = source.values(at, scope);
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
        List<Field> targets = new ArrayList<>();
        for (Field field : selection.fields(at, scope)) {
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
