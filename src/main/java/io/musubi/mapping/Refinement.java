package io.musubi.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.musubi.mapping.normalise.Normaliser;
import io.musubi.mapping.normalise.Result;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value rule makes of a text, in this order.
 *
 * @param separator where it is cut; null for nowhere
 * @param match what of it is taken, empty for nothing; null for all
 * @param normalisers applied one after the other
 * @param lookup what it is exchanged for; null for nothing
 * @param otherwise what happens to a text that was refused or not found
 */
record Refinement(
        @Nullable String separator,
        @Nullable Remembered<String> match,
        List<Normaliser> normalisers,
        @Nullable Lookup lookup,
        Otherwise otherwise) {
    /** Leaves texts as they are. */
    static final Refinement NONE = new Refinement(null, null, List.of(), null, new Otherwise.Remarked());

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

    /** Whether every text stays as it is. */
    boolean isNothing() {
        return separator == null && match == null && lookup == null && normalisers.isEmpty();
    }

    /** Adds what becomes of {@code raw} to {@code out}. */
    void apply(Value raw, Scope scope, List<Value> out) {
        if (separator == null) {
            applyToPiece(raw, scope, out);
            return;
        }
        for (String piece : raw.text().split(java.util.regex.Pattern.quote(separator), -1)) {
            if (!piece.isBlank()) {
                applyToPiece(raw.with(piece.strip()), scope, out);
            }
        }
    }

    private void applyToPiece(Value raw, Scope scope, List<Value> out) {
        Value value = match == null ? raw : matched(raw, match);
        if (value != null && !normalisers.isEmpty()) {
            value = normalised(value, scope);
        }
        if (value != null && lookup != null) {
            value = found(value, lookup, scope);
        }
        if (value != null) {
            out.add(value);
        }
    }

    private static @Nullable Value matched(Value value, Remembered<String> match) {
        String taken = match.of(value.text());
        return taken.isEmpty() ? null : value.with(taken);
    }

    /** What an expression takes of a text: its first group, or all that matches; empty when it does not match. */
    static Remembered<String> taking(Pattern pattern) {
        return new Remembered<>(text -> {
            Matcher matcher = pattern.matcher(text);
            String group = !matcher.find() ? null : matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
            return group == null ? "" : group.strip();
        });
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
                remarkMissing(value, table.table(), scope);
            }
            return instead(value);
        }
        return cell.isEmpty() ? null : new Value(cell, table.iris().get(cell), value.field(), value.at());
    }

    private static void remarkMissing(Value value, String table, Scope scope) {
        scope.remark(
                "lookup." + table,
                Severity.WARNING,
                value.field(),
                value.text(),
                new Text("表 " + table + " にある語", "A word of the table " + table),
                new Text(
                        "つづりを確認してください。正しい語なら mappings/tables/" + table + ".csv に加えてください。",
                        "Check the spelling; if the word is right, add it to mappings/tables/" + table + ".csv."),
                false);
    }
}
