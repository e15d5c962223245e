package io.musubi.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled property: one rule under one predicate.
 *
 * @param predicate an IRI; empty when only {@code told} names one
 * @param told a rule that names the predicate; the fixed one holds where it names none
 * @param isInverse whether it is said of the object
 * @param value the values, or the fields a block is applied to
 * @param target what is made of them
 * @param isPrivate whether the statement never leaves the ledger
 * @param isBare whether it says the same of everything, so that it alone makes no thing
 */
record Property(
        String predicate,
        @Nullable ValueRule told,
        boolean isInverse,
        ValueRule value,
        Target target,
        boolean isPrivate,
        boolean isBare) {

    Property(
            String predicate,
            @Nullable ValueRule told,
            boolean isInverse,
            ValueRule value,
            Target target,
            boolean isPrivate) {
        this(predicate, told, isInverse, value, target, isPrivate, isBare(value, target));
    }

    private static boolean isBare(ValueRule value, Target target) {
        return (target instanceof Target.Plain || target instanceof Target.Address) && value.isBare();
    }

    /** What values become. */
    sealed interface Target {
        /**
         * A literal.
         *
         * @param language null for none
         * @param datatype null for a plain text
         */
        record Plain(@Nullable Language language, @Nullable String datatype) implements Target {
            /** Whether a constant or cell that is an IRI may stand as one. */
            boolean isOpen() {
                return language == null && datatype == null;
            }
        }

        /** An IRI. */
        record Address() implements Target {}

        /**
         * A thing described by the first block that fits.
         *
         * @param fragment a part of that thing which is meant instead; empty for the thing
         */
        record Things(List<Block> blocks, String fragment) implements Target {}

        /** A part described by the first block that fits. */
        record Parts(List<Block> blocks) implements Target {}

        /** Whatever has the identifier. */
        record Link(SchemeRule scheme) implements Target {}
    }

    /** The language of a literal. */
    sealed interface Language {
        /** Always the same. */
        record Fixed(String tag) implements Language {}

        /** As the source says. */
        record Told(FieldPath path) implements Language {}
    }
}
