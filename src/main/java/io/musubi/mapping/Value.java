package io.musubi.mapping;

import io.musubi.model.Field;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way into a statement.
 *
 * @param text the text so far
 * @param iri the IRI when the value comes from a constant or a table and is one
 * @param field where it comes from; the rule's own field for a constant
 * @param at the rule's field: {@code each}'s, or the one the block stands on
 */
record Value(String text, @Nullable String iri, Field field, Field at) {
    /** The element whose attributes {@code @…} means in {@code lang} and {@code as}. */
    Field element() {
        Field parent = field.parent();
        return field.isAttribute() && parent != null ? parent : field;
    }

    /** This value with another text. */
    Value with(String other) {
        return other.equals(text) && iri == null ? this : new Value(other, null, field, at);
    }
}
