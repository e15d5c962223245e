package io.musubi.mapping;

import io.musubi.model.Field;
import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code records}: how records are found in a unit, and what is asked of each.
 *
 * @param each where records stand
 * @param when which of them
 * @param id the local id; the first rule that gives one
 * @param isIdPrivate whether the id itself must not be public
 * @param datestamp null when the format has none
 * @param deleted whether it is a deletion notice; null for never
 * @param unless whether it is not of this format; null for never
 * @param because why not
 * @param access whether it may be public; null when the format does not say
 * @param about what is said of the record itself
 * @param main blocks of which the first that fits describes the record's main thing
 * @param also further things
 */
record RecordEntry(
        FieldPath each,
        @Nullable Condition when,
        ValueRule id,
        boolean isIdPrivate,
        @Nullable ValueRule datestamp,
        @Nullable Condition deleted,
        @Nullable Condition unless,
        Reason because,
        @Nullable ValueRule access,
        List<Property> about,
        List<Block> main,
        List<Also> also) {

    /** Further things: a block and the fields it is applied to. */
    record Also(ValueRule fields, Block block) {}

    /**
     * A reason with holes.
     *
     * @param text with {@code {name}} for each hole
     */
    record Reason(Text text, Map<String, ValueRule> with) {
        Text fill(Field at, Scope scope) {
            String ja = text.ja();
            String en = text.en();
            for (Map.Entry<String, ValueRule> hole : with.entrySet()) {
                String value = hole.getValue().first(at, scope);
                ja = ja.replace("{" + hole.getKey() + "}", value == null ? "-" : value);
                en = en.replace("{" + hole.getKey() + "}", value == null ? "-" : value);
            }
            return new Text(ja, en);
        }
    }

    /** The records of this kind in {@code unit}. */
    List<Field> find(Field unit, Placeholders placeholders) {
        Scope scope = Scope.of(unit, unit, placeholders, Map.of(), null);
        List<Field> found = new ArrayList<>();
        for (Field field : each.select(unit, scope)) {
            if (when == null || when.holds(field, Scope.of(unit, field, placeholders, Map.of(), null))) {
                found.add(field);
            }
        }
        return found;
    }
}
