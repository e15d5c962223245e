package io.musubi.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.musubi.model.Field;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Turns JSON tokens into fields: members are children, an array's members carry the array's own name. */
final class JsonTree {
    private final Budget budget;
    private final int lineOffset;

    JsonTree(Budget budget, int lineOffset) {
        this.budget = budget;
        this.lineOffset = lineOffset;
    }

    /** Reads the value the parser stands on into {@code field}; afterwards the parser stands on its last token. */
    void fill(JsonParser parser, Field field, int depth) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Set<String> names = new HashSet<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    if (!names.add(name) && budget.broken() == null) {
                        budget.twice(name);
                    }
                    parser.nextToken();
                    child(parser, field, name, depth + 1);
                }
            }
            case START_ARRAY -> members(parser, field, "[]", depth);
            case VALUE_NULL -> {}
            default -> {
                if (budget.broken() == null) {
                    String text = parser.getText();
                    budget.count(text.length());
                    budget.check(field.name(), text);
                    field.setText(text);
                }
            }
        }
    }

    /** Reads the value the parser stands on into children of {@code parent} called {@code name}. */
    void value(JsonParser parser, Field parent, String name) throws IOException {
        child(parser, parent, name, 1);
    }

    private void child(JsonParser parser, Field parent, String name, int depth) throws IOException {
        if (parser.hasToken(JsonToken.START_ARRAY)) {
            members(parser, parent, name, depth);
        } else {
            member(parser, parent, name, depth);
        }
    }

    private void members(JsonParser parser, Field parent, String name, int depth) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            member(parser, parent, name, depth);
        }
    }

    private void member(JsonParser parser, Field parent, String name, int depth) throws IOException {
        if (depth > Budget.DEPTH || budget.broken() != null) {
            if (budget.broken() == null) {
                budget.tooDeep();
            }
            parser.skipChildren();
            return;
        }
        int line = parser.currentTokenLocation().getLineNr() + lineOffset;
        fill(parser, budget.add(parent, name, line, null), depth + 1);
    }
}
