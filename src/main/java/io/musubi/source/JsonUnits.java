package io.musubi.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.musubi.model.Field;
import io.musubi.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Streams units out of JSON: one value, an array, or values one after the other (RFC 8259; NDJSON). */
final class JsonUnits {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100_000)
                    .maxStringLength(20_000_000)
                    .maxNumberLength(100_000)
                    .build())
            .build();

    private final List<String> at;
    private final String name;
    private final Units units;
    private int lineOffset;
    private boolean goesOn = true;

    JsonUnits(List<String> at, Units units) {
        this.at = at;
        this.name = at.isEmpty() ? "." : at.getLast();
        this.units = units;
    }

    /** A parser with the limits of this reader; closing it leaves {@code in} open. */
    static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }

    /** A parser of {@code text} with the limits of this reader. */
    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    /** Reads {@code in}, UTF-8, 16 or 32. */
    void read(InputStream in) throws IOException {
        try (JsonParser parser = parser(in)) {
            values(parser);
        }
    }

    /** Reads {@code in} line by line, each line a value of its own; a bad line is set aside alone. */
    void readLines(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        while (goesOn && lines.next()) {
            lineOffset = lines.number() - 1;
            try (JsonParser parser = parser(lines)) {
                values(parser);
            }
        }
    }

    private void values(JsonParser parser) throws IOException {
        try {
            while (goesOn && parser.nextToken() != null) {
                if (!at.isEmpty() && at.getFirst().equals("[]") != parser.hasToken(JsonToken.START_ARRAY)) {
                    return;
                }
                seek(parser, 0);
            }
        } catch (JsonProcessingException e) {
            goesOn = units.unreadable("line " + line(e), reason(e)) && goesOn;
        }
    }

    /** Follows the path to the units; the parser stands on the first token of what the path's first steps selected. */
    private void seek(JsonParser parser, int step) throws IOException {
        if (step == at.size()) {
            unit(parser);
        } else if (parser.hasToken(JsonToken.START_OBJECT)) {
            while (goesOn && parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isStep = parser.currentName().equals(at.get(step));
                JsonToken token = parser.nextToken();
                if (!isStep) {
                    parser.skipChildren();
                } else if (token == JsonToken.START_ARRAY) {
                    members(parser, step + 1);
                } else {
                    seek(parser, step + 1);
                }
            }
        } else if (parser.hasToken(JsonToken.START_ARRAY) && at.get(step).equals("[]")) {
            members(parser, step + 1);
        } else {
            parser.skipChildren();
        }
    }

    private void members(JsonParser parser, int step) throws IOException {
        while (goesOn && parser.nextToken() != JsonToken.END_ARRAY) {
            seek(parser, step);
        }
    }

    private void unit(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr() + lineOffset;
        if (at.isEmpty() && parser.hasToken(JsonToken.START_ARRAY)) {
            // The root itself was asked for; members of a root array are another path. Ending here spares a long file.
            goesOn = false;
            return;
        }
        Budget budget = new Budget();
        Field unit = Field.root(name, line);
        new JsonTree(budget, lineOffset).fill(parser, unit, 1);
        Text broken = budget.broken();
        goesOn = broken == null ? units.unit(unit, line) : units.unreadable("line " + line, broken);
    }

    private int line(JsonProcessingException e) {
        return (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + lineOffset;
    }

    private static Text reason(JsonProcessingException e) {
        // Jackson repeats places and the names of its own settings; the line stands before this text.
        String what = String.valueOf(e.getOriginalMessage()).replaceAll("(?s) ?\\(start marker at .*", "");
        return new Text(
                "JSONとして読めません(" + what + ")。ファイルが途中で切れていないか確認してください。",
                "Not readable as JSON (" + what + "). See whether the file is cut off or damaged here.");
    }
}
