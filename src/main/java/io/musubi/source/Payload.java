package io.musubi.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import io.musubi.model.Field;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A record's payload as text: the field tree in compact JSON, one spelling for each tree, so that white space and line
 * breaks of the source change nothing. A field is an array: its name, its text (left out where there is none and no
 * child either, else {@code null}), its children.
 *
 * <pre>["row",null,["体系的番号","JPMJ0000"],["備考"]]</pre>
 */
public final class Payload {
    /** A unit's own limits hold ({@link Budget}); nothing that was taken may fail to be kept or read again. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    private Payload() {}

    /** The text of a tree. */
    public static String text(Field tree) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(tree, json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
        return out.toString();
    }

    private static void write(Field field, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeString(field.name());
        if (field.text() != null) {
            json.writeString(field.text());
        } else if (!field.children().isEmpty()) {
            json.writeNull();
        }
        for (Field child : field.children()) {
            write(child, json);
        }
        json.writeEndArray();
    }

    /**
     * The tree of a text made by {@link #text}; its fields know no lines.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Field parse(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            expect(json, JsonToken.START_ARRAY);
            json.nextToken();
            expect(json, JsonToken.VALUE_STRING);
            Field tree = Field.root(json.getText().intern(), 0);
            fill(json, tree);
            return tree;
        } catch (IOException e) {
            throw new IllegalArgumentException("No payload: " + e.getMessage(), e);
        }
    }

    /** Reads on behind the name, to the end of the field's array. */
    private static void fill(JsonParser json, Field field) throws IOException {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            switch (token) {
                case VALUE_STRING -> field.setText(json.getText());
                case VALUE_NULL -> {}
                case START_ARRAY -> {
                    json.nextToken();
                    expect(json, JsonToken.VALUE_STRING);
                    fill(json, field.add(json.getText().intern(), 0));
                }
                default -> throw new IllegalArgumentException("No payload: found " + token);
            }
        }
    }

    private static void expect(JsonParser json, JsonToken expected) {
        if (!json.hasToken(expected)) {
            throw new IllegalArgumentException("No payload: found " + json.currentToken() + ", expected " + expected);
        }
    }
}
