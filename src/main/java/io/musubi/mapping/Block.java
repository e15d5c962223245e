package io.musubi.mapping;

import io.musubi.model.Field;
import io.musubi.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A compiled block: how one thing, or a part of one, is described. Blocks point to each other, so it is filled late. */
final class Block {
    private final String name;
    private final Shape shape;
    private @Nullable Condition when;
    private final List<Property> types = new ArrayList<>();
    private final List<IdentifierRule> identifiers = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();
    private final List<ValueRule> key = new ArrayList<>();

    /** What a block makes. */
    sealed interface Shape {
        /** A thing. */
        record Thing(Kind kind) implements Shape {}

        /** A part named by its content, or by its place in the record. */
        record Part(String name, boolean isOccurrence) implements Shape {}

        /** A part of which a thing has one. */
        record Fragment(String name) implements Shape {}

        /** Nothing of its own: properties for others to include. */
        record Shared() implements Shape {}
    }

    Block(String name, Shape shape) {
        this.name = name;
        this.shape = shape;
    }

    String name() {
        return name;
    }

    Shape shape() {
        return shape;
    }

    /** The kind of thing; empty for parts and shared properties. */
    Optional<Kind> kind() {
        return shape instanceof Shape.Thing(Kind kind) ? Optional.of(kind) : Optional.empty();
    }

    boolean isPart() {
        return shape instanceof Shape.Part || shape instanceof Shape.Fragment;
    }

    void restrict(Condition condition) {
        when = condition;
    }

    boolean fits(Field field, Scope scope) {
        return when == null || when.holds(field, scope);
    }

    List<Property> types() {
        return types;
    }

    List<IdentifierRule> identifiers() {
        return identifiers;
    }

    List<Property> properties() {
        return properties;
    }

    List<ValueRule> key() {
        return key;
    }

    /** The first of {@code blocks} whose condition holds. */
    static Optional<Block> first(List<Block> blocks, Field field, Scope scope) {
        for (Block block : blocks) {
            if (block.fits(field, scope)) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }
}
