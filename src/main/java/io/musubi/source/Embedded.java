package io.musubi.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.musubi.model.Field;
import io.musubi.model.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unfolds fields whose text is JSON: their value takes its place as if it had stood there. */
final class Embedded {
    private final Budget budget = new Budget();

    private Embedded() {}

    /**
     * Unfolds the fields at {@code paths}; a text that is not JSON stays as it is.
     *
     * @return why the unit cannot be kept; null when it can
     */
    static @Nullable Text unfold(Field unit, List<List<String>> paths) {
        Embedded embedded = new Embedded();
        for (List<String> path : paths) {
            embedded.below(unit, path, 0);
        }
        return embedded.budget.broken();
    }

    private void below(Field field, List<String> path, int step) {
        for (Field child : List.copyOf(field.children())) {
            if (child.name().equals(path.get(step))) {
                if (step + 1 < path.size()) {
                    below(child, path, step + 1);
                } else if (child.text() != null) {
                    unfold(field, child, child.text());
                }
            }
        }
    }

    private void unfold(Field parent, Field field, String text) {
        Field read = parse(field.name(), field.line(), text);
        if (read == null) {
            return;
        }
        int index = parent.children().indexOf(field);
        parent.remove(field);
        for (Field each : List.copyOf(read.children())) {
            parent.insert(index++, each);
        }
    }

    /** A field whose children, all called {@code name}, are the value or the members of the array; null when it is no JSON. */
    private @Nullable Field parse(String name, int line, String text) {
        Field holder = Field.root(name, line);
        try (JsonParser parser = JsonUnits.parser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null || first.isScalarValue()) {
                return null;
            }
            new JsonTree(budget, line - 1).value(parser, holder, name);
            return parser.nextToken() == null ? holder : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be read", e);
        }
    }
}
