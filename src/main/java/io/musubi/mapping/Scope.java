package io.musubi.mapping;

import io.musubi.model.Field;
import io.musubi.model.Remark;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What evaluation of one record shares: where absolute paths begin, what was read, what could not be used, and for
 * which thing and how privately a value is being read. One thread.
 */
final class Scope {
    private static final Text NO_PLACEHOLDER = new Text("実際の値", "A real value");
    private static final Text FILL_IN = new Text(
            "仮の値は「値なし」として扱いました。値を入力するか、項目を空にしてください。", "Counted as missing. Give the value, or leave the field empty.");

    private static final Placeholders NO_PLACEHOLDERS = new Placeholders(List.of());

    private final Field unit;
    private final Field record;
    private final Placeholders placeholders;
    private final Map<Field, Field> origins;
    private final @Nullable Set<Field> read;
    private final boolean isRecognising;
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<List<Object>> remarked = new HashSet<>();
    private final Map<Asked, Boolean> answers = new HashMap<>();
    private String node = "record";
    private boolean isPrivate;
    private boolean isSilent;

    /** A question; both are themselves only. */
    private record Asked(Condition.Gives condition, Field at) {}

    private Scope(
            Field unit,
            Field record,
            Placeholders placeholders,
            Map<Field, Field> origins,
            @Nullable Set<Field> read,
            boolean isRecognising) {
        this.unit = unit;
        this.record = record;
        this.placeholders = placeholders;
        this.origins = origins;
        this.read = read;
        this.isRecognising = isRecognising;
    }

    /**
     * For a record.
     *
     * @param origins fields made by {@code parallel} to the fields of the source they were cut from
     * @param read collects the fields whose text was looked at; null when nobody asks
     */
    static Scope of(
            Field unit, Field record, Placeholders placeholders, Map<Field, Field> origins, @Nullable Set<Field> read) {
        return new Scope(unit, record, placeholders, origins, read, false);
    }

    /** For {@code recognise}: empty fields count as there, placeholders as texts. */
    static Scope recognising(Field unit) {
        return new Scope(unit, unit, NO_PLACEHOLDERS, Map.of(), null, true);
    }

    Field unit() {
        return unit;
    }

    Field record() {
        return record;
    }

    /** The field of the source behind {@code field}. */
    Field origin(Field field) {
        return origins.isEmpty() ? field : origins.getOrDefault(field, field);
    }

    /** The text of a field that a rule reads; null when it has none or a placeholder, which is remarked. */
    @Nullable
    String text(Field field) {
        String text = look(field);
        if (text != null && placeholders.holds(text)) {
            remark("placeholder", Severity.INFO, field, text, NO_PLACEHOLDER, FILL_IN, false);
            return null;
        }
        return text;
    }

    /** The text of a field that a condition compares; null when it has none or a placeholder. */
    @Nullable
    String tested(Field field) {
        String text = look(field);
        return text == null || (!isRecognising && placeholders.holds(text)) ? null : text;
    }

    /** The text of a field, which counts as read from now on, whatever it says; null when it has none. */
    @Nullable
    String look(Field field) {
        String text = field.text();
        if (text == null) {
            return null;
        }
        if (read != null) {
            read.add(origin(field));
        }
        return text.strip();
    }

    /** Whether the text of a field was looked at. */
    boolean wasRead(Field field) {
        return read != null && read.contains(field);
    }

    /** Whether a field counts as there. */
    boolean isThere(Field field) {
        return isRecognising || !field.children().isEmpty() || tested(field) != null;
    }

    /** The path of a field for people: as from the record; a field outside it begins with a slash. */
    String path(Field field) {
        Field source = origin(field);
        for (Field above = source; above != null; above = above.parent()) {
            if (above.equals(record)) {
                return source.pathFrom(record);
            }
        }
        return source.parent() == null ? "/" : "/" + source.path();
    }

    /** The thing that is being described. */
    String node() {
        return node;
    }

    /** Turns to another thing; gives back the one before. */
    String turnTo(String other) {
        String before = node;
        node = other;
        return before;
    }

    boolean isPrivate() {
        return isPrivate;
    }

    /** Reads privately from here on, if {@code more}; gives back how it was. */
    boolean deepen(boolean more) {
        boolean before = isPrivate;
        isPrivate = before || more;
        return before;
    }

    /** Ends what {@link #deepen} began. */
    void surface(boolean before) {
        isPrivate = before;
    }

    /** Whether {@code condition} holds at {@code at}, asked without leaving remarks, and only once. */
    boolean answered(Condition.Gives condition, Field at) {
        Asked asked = new Asked(condition, at);
        Boolean known = answers.get(asked);
        if (known != null) {
            return known;
        }
        boolean before = isSilent;
        isSilent = true;
        boolean answer = condition.gives(at, this);
        isSilent = before;
        answers.put(asked, answer);
        return answer;
    }

    /** Notes a value that could not be used; each value once for each rule. */
    void remark(
            String rule, Severity severity, Field field, String value, Text expected, Text remedy, boolean isPersonal) {
        if (isSilent) {
            return;
        }
        String path = path(field);
        boolean isHidden = isPrivate || isPersonal;
        if (remarked.add(List.of(rule, path, value, isHidden))) {
            remarks.add(new Remark(rule, severity, node, path, value, expected, remedy, isHidden));
        }
    }

    List<Remark> remarks() {
        return remarks;
    }
}
