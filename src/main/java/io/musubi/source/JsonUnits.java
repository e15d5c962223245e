package io.musubi.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
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
                    .maxNumberLength(20_000_000)
                    .maxNameLength(1_000_000)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final List<String> at;
    private final String name;
    private final Units units;
    private int lineOffset;
    private boolean goesOn = true;

    /** Units handed over or found unreadable, and those of them that were passed over since the file was opened again. */
    private int taken;

    private int passed;
    private boolean isInUnit;

    /** How reading ended. */
    private enum End {
        WHOLE,
        /** At something that is no JSON. */
        BROKEN,
        /** In a unit with a text that is too long: it can be passed over. */
        TOO_LONG,
        /** At bytes that are no UTF-8: they can be mended. */
        NO_UTF8
    }

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

    /** Reads {@code file}; behind a unit that is too long, or is no UTF-8, it is opened again and read on. */
    void read(Opening file, Encoding encoding) throws IOException {
        boolean isMended = false;
        boolean isWorthAnother = true;
        while (goesOn && isWorthAnother) {
            int before = taken;
            passed = 0;
            End end = read(file, encoding, isMended);
            isWorthAnother = (end == End.NO_UTF8 && !isMended) || (end == End.TOO_LONG && taken > before);
            isMended |= end == End.NO_UTF8;
        }
    }

    private End read(Opening file, Encoding encoding, boolean isMended) throws IOException {
        try (InputStream in = file.open();
                JsonParser parser = parser(isMended ? Utf8.mended(in, encoding) : Utf8.of(in, encoding))) {
            return values(parser);
        } catch (JsonProcessingException e) {
            return ended(e, isMended);
        }
    }

    private End ended(JsonProcessingException e, boolean isMended) {
        if (!isMended && String.valueOf(e.getOriginalMessage()).startsWith("Invalid UTF-8")) {
            return End.NO_UTF8;
        }
        goesOn = units.unreadable("line " + line(e), reason(e)) && goesOn;
        if (!isInUnit || !(e instanceof StreamConstraintsException)) {
            return End.BROKEN;
        }
        isInUnit = false;
        taken++;
        passed++;
        return End.TOO_LONG;
    }

    /** Reads {@code file} line by line, each line a value of its own; a bad line is set aside alone. */
    void readLines(Opening file, Encoding encoding) throws IOException {
        try (InputStream in = file.open()) {
            Lines lines = new Lines(Utf8.of(in, encoding));
            while (goesOn && lines.next()) {
                lineOffset = lines.number() - 1;
                try (JsonParser parser = parser(lines)) {
                    values(parser);
                } catch (JsonProcessingException e) {
                    ended(e, true);
                }
            }
        }
    }

    private End values(JsonParser parser) throws IOException {
        while (goesOn && parser.nextToken() != null) {
            if (!at.isEmpty() && at.getFirst().equals("[]") != parser.hasToken(JsonToken.START_ARRAY)) {
                return End.WHOLE;
            }
            seek(parser, 0);
        }
        return End.WHOLE;
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
        if (passed < taken) {
            passed++;
            parser.skipChildren();
            return;
        }
        Budget budget = new Budget();
        Field unit = Field.root(name, line);
        isInUnit = true;
        new JsonTree(budget, lineOffset).fill(parser, unit, 1);
        isInUnit = false;
        taken++;
        passed++;
        Text broken = budget.broken();
        goesOn = broken == null ? units.unit(unit, line) : units.unreadable("line " + line, broken);
    }

    private int line(JsonProcessingException e) {
        return (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + lineOffset;
    }

    private static Text reason(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return new Text(
                    "1つの値が長すぎるか、入れ子が深すぎます(" + e.getOriginalMessage() + ")。出力元のデータを確認してください。",
                    "A single value is too long, or nested too deeply (" + e.getOriginalMessage()
                            + "). Look at what wrote the data.");
        }
        // Jackson repeats places and the names of its own settings; the line stands before this text.
        String what = String.valueOf(e.getOriginalMessage()).replaceAll("(?s) ?\\(start marker at .*", "");
        return new Text(
                "JSONとして読めません(" + what + ")。ファイルが途中で切れていないか確認してください。",
                "Not readable as JSON (" + what + "). See whether the file is cut off or damaged here.");
    }
}
