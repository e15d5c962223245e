package io.musubi.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.musubi.mapping.normalise.Normaliser;
import io.musubi.mapping.normalise.Result;
import io.musubi.model.Field;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled value rule ({@code docs/crosswalk.md} § 5): which fields, and what is made of their texts.
 *
 * @param line of the crosswalk
 * @param each the fields it is applied to; the first path that selects any; none for the block's own field
 * @param when whether it is applied to a field; null for always
 * @param sources where the text comes from; the first that gives any
 * @param separator where texts are cut; null for nowhere
 * @param match what of a text is taken; null for all
 * @param normalisers applied in order
 * @param lookup what the text is exchanged for; null for nothing
 * @param otherwise what happens to a text that was refused or not found
 */
record ValueRule(
        int line,
        List<FieldPath> each,
        @Nullable Condition when,
        List<Source> sources,
        @Nullable String separator,
        @Nullable Pattern match,
        List<Normaliser> normalisers,
        @Nullable Lookup lookup,
        Otherwise otherwise) {

    /** Where texts come from. */
    sealed interface Source {
        /** The texts of the fields selected. */
        record Texts(FieldPath path) implements Source {}

        /** The names of the fields selected. */
        record Names(FieldPath path) implements Source {}

        /** The number of the rule's field among its namesakes. */
        record Position() implements Source {}

        /** A text of the crosswalk. */
        record Constant(String text, @Nullable String iri) implements Source {}

        /** A text with holes: {@code pieces} alternate between text and the name of a hole. */
        record Template(List<String> pieces, Map<String, ValueRule> with) implements Source {}

        /** Another rule. */
        record Inner(ValueRule rule) implements Source {}
    }

    /**
     * A look-up.
     *
     * @param table the table's name, for remarks
     * @param iris cell to IRI, for cells that are terms or IRIs
     */
    record Lookup(String table, Table.Index index, Map<String, String> iris) {}

    /** What happens to a text that is refused or not found. */
    sealed interface Otherwise {
        /** A remark. */
        record Remarked() implements Otherwise {}

        /** Nothing. */
        record Skipped() implements Otherwise {}

        /** The text stays. */
        record Raw() implements Otherwise {}

        /** Another value. */
        record Instead(String text, @Nullable String iri) implements Otherwise {}
    }

    /** A rule that gives nothing. */
    static ValueRule nothing() {
        return new ValueRule(0, List.of(), null, List.of(), null, null, List.of(), null, new Otherwise.Skipped());
    }

    /** The fields the rule is applied to. */
    List<Field> fields(Field at, Scope scope) {
        List<Field> fields = each.isEmpty() ? List.of(at) : first(each, at, scope);
        Condition condition = when;
        if (condition == null) {
            return fields;
        }
        List<Field> kept = new ArrayList<>(fields.size());
        for (Field field : fields) {
            if (condition.holds(field, scope)) {
                kept.add(field);
            }
        }
        return kept;
    }

    private static List<Field> first(List<FieldPath> paths, Field at, Scope scope) {
        for (FieldPath path : paths) {
            List<Field> selected = path.select(at, scope);
            if (!selected.isEmpty()) {
                return selected;
            }
        }
        return List.of();
    }

    /** The fields a block is applied to: those of {@code each}, or below them those of {@code value}. */
    List<Field> targets(Field at, Scope scope) {
        List<Field> targets = new ArrayList<>();
        for (Field field : fields(at, scope)) {
            targets.addAll(selected(field, scope));
        }
        return targets;
    }

    private List<Field> selected(Field field, Scope scope) {
        for (Source source : sources) {
            List<Field> selected =
                    source instanceof Source.Texts(FieldPath path) ? path.select(field, scope) : List.of(field);
            if (!selected.isEmpty()) {
                return selected;
            }
        }
        return List.of();
    }

    /** Whether it gives the same for every record, or only counts. */
    boolean isBare() {
        return each.isEmpty()
                && when == null
                && sources.stream().allMatch(it -> it instanceof Source.Constant || it instanceof Source.Position);
    }

    /** The values it gives, seen from {@code at}. */
    List<Value> values(Field at, Scope scope) {
        List<Value> values = new ArrayList<>(2);
        for (Field field : fields(at, scope)) {
            for (Value raw : raw(field, scope)) {
                refine(raw, scope, values);
            }
        }
        return values;
    }

    /** Whether there is any text, usable or not. */
    boolean isGiven(Field at, Scope scope) {
        for (Field field : fields(at, scope)) {
            for (Source source : sources) {
                boolean isGiven = source instanceof Source.Inner(ValueRule inner)
                        ? inner.isGiven(field, scope)
                        : !raw(field, scope).isEmpty();
                if (isGiven) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The paths it reads, as written, for people. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (Source source : sources) {
            switch (source) {
                case Source.Texts(FieldPath path) -> paths.addAll(under(path.source()));
                case Source.Names(FieldPath path) -> paths.addAll(under(path.source()));
                case Source.Inner(ValueRule inner) -> paths.addAll(inner.paths());
                case Source.Template template ->
                    template.with().values().forEach(hole -> hole.paths().forEach(path -> paths.addAll(under(path))));
                case Source.Constant constant -> paths.addAll(under("."));
                case Source.Position position -> {}
            }
        }
        return paths.stream().distinct().filter(path -> !path.equals(".")).toList();
    }

    private List<String> under(String path) {
        if (each.isEmpty() || path.startsWith("/") || path.startsWith("~")) {
            return List.of(path);
        }
        return each.stream()
                .map(it -> path.equals(".") ? it.source() : it.source() + "/" + path)
                .toList();
    }

    /** The IRIs it can give out of the crosswalk and its tables. */
    List<String> iris() {
        List<String> iris = new ArrayList<>();
        if (lookup != null) {
            iris.addAll(lookup.iris().values());
        }
        for (Source source : sources) {
            if (source instanceof Source.Constant(String text, String iri) && iri != null) {
                iris.add(iri);
            }
        }
        return iris;
    }

    /** The text of its first value; null when it gives none. */
    @Nullable
    String first(Field at, Scope scope) {
        List<Value> values = values(at, scope);
        return values.isEmpty() ? null : values.getFirst().text();
    }

    private List<Value> raw(Field at, Scope scope) {
        for (Source source : sources) {
            List<Value> values = switch (source) {
                case Source.Texts texts -> texts(texts.path(), at, scope);
                case Source.Names names -> names(names.path(), at, scope);
                case Source.Position position -> List.of(new Value("" + at.position(), null, at, at));
                case Source.Constant(String text, String iri) -> List.of(new Value(text, iri, at, at));
                case Source.Template template -> fill(template, at, scope);
                case Source.Inner inner -> inner.rule().values(at, scope);
            };
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    private static List<Value> texts(FieldPath path, Field at, Scope scope) {
        List<Field> fields = path.select(at, scope);
        List<Value> values = new ArrayList<>(fields.size());
        for (Field field : fields) {
            String text = scope.text(field);
            if (text != null) {
                values.add(new Value(text, null, field, at));
            }
        }
        return values;
    }

    private static List<Value> names(FieldPath path, Field at, Scope scope) {
        return path.select(at, scope).stream()
                .map(field -> new Value(field.name(), null, field, at))
                .toList();
    }

    private static List<Value> fill(Source.Template template, Field at, Scope scope) {
        StringBuilder out = new StringBuilder();
        Field from = at;
        boolean isWhole = true;
        for (int i = 0; i < template.pieces().size(); i++) {
            String piece = template.pieces().get(i);
            ValueRule hole = i % 2 == 0 ? null : template.with().get(piece);
            if (hole == null) {
                out.append(piece);
                continue;
            }
            // Every hole is tried, also behind an empty one: each has its own remark to give.
            List<Value> values = hole.values(at, scope);
            isWhole &= !values.isEmpty();
            for (Value value : values.subList(0, Math.min(1, values.size()))) {
                from = from.equals(at) ? value.field() : from;
                out.append(value.text());
            }
        }
        return isWhole ? List.of(new Value(out.toString(), null, from, at)) : List.of();
    }

    private void refine(Value raw, Scope scope, List<Value> out) {
        if (separator == null) {
            refinePiece(raw, scope, out);
            return;
        }
        for (String piece : raw.text().split(java.util.regex.Pattern.quote(separator), -1)) {
            if (!piece.isBlank()) {
                refinePiece(raw.with(piece.strip()), scope, out);
            }
        }
    }

    private void refinePiece(Value raw, Scope scope, List<Value> out) {
        Value value = match == null ? raw : matched(raw, match);
        if (value != null) {
            value = normalised(value, scope);
        }
        if (value != null && lookup != null) {
            value = found(value, lookup, scope);
        }
        if (value != null) {
            out.add(value);
        }
    }

    private static @Nullable Value matched(Value value, Pattern match) {
        Matcher matcher = match.matcher(value.text());
        if (!matcher.find()) {
            return null;
        }
        String group = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        return group == null || group.isBlank() ? null : value.with(group.strip());
    }

    private @Nullable Value normalised(Value raw, Scope scope) {
        Value value = raw;
        for (Normaliser normaliser : normalisers) {
            switch (normaliser.apply(value.text())) {
                case Result.Value(String normal, var note) -> {
                    note.ifPresent(it -> note("normalise." + normaliser.name(), it, raw, scope));
                    value = value.with(normal);
                }
                case Result.Refused(var note) -> {
                    if (note.isPresent() && !(otherwise instanceof Otherwise.Skipped)) {
                        note("normalise." + normaliser.name(), note.get(), raw, scope);
                    }
                    return note.isPresent() ? instead(raw) : null;
                }
            }
        }
        return value;
    }

    /** Leaves a normaliser's remark. */
    static void note(String rule, Result.Note note, Value value, Scope scope) {
        scope.remark(
                rule, note.severity(), value.field(), value.text(), note.expected(), note.remedy(), note.isPersonal());
    }

    private @Nullable Value instead(Value raw) {
        return switch (otherwise) {
            case Otherwise.Remarked remarked -> null;
            case Otherwise.Skipped skipped -> null;
            case Otherwise.Raw kept -> raw;
            case Otherwise.Instead(String text, String iri) -> new Value(text, iri, raw.field(), raw.at());
        };
    }

    private @Nullable Value found(Value value, Lookup table, Scope scope) {
        String cell = table.index().find(value.text());
        if (cell == null) {
            if (otherwise instanceof Otherwise.Remarked) {
                scope.remark(
                        "lookup." + table.table(),
                        Severity.WARNING,
                        value.field(),
                        value.text(),
                        new Text("表 " + table.table() + " にある語", "A word of the table " + table.table()),
                        new Text(
                                "つづりを確認してください。正しい語なら mappings/tables/" + table.table() + ".csv に加えてください。",
                                "Check the spelling; if the word is right, add it to mappings/tables/" + table.table()
                                        + ".csv."),
                        false);
            }
            return instead(value);
        }
        return cell.isEmpty() ? null : new Value(cell, table.iris().get(cell), value.field(), value.at());
    }
}
