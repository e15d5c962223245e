package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Text;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads a file of any size, one unit in memory at a time. Syntax, encoding and format are known by content: the name
 * does not matter, gzip is unpacked.
 */
public final class SourceReader {
    private SourceReader() {}

    /**
     * Reads {@code file}.
     *
     * @param plans the formats it may be in
     * @param sink hears the format, each unit and each part that cannot be read
     * @throws IOException when the file cannot be opened, or the disk fails; never for what stands in it
     */
    public static void read(Path file, Collection<ReadingPlan> plans, UnitSink sink) throws IOException {
        Input input = new Input(file);
        FileKind kind;
        try {
            kind = FileKind.of(input.head(FileKind.HEAD));
        } catch (ZipException | EOFException e) {
            sink.unreadable("line 1", damaged(e));
            return;
        }
        if (kind.refusal().isPresent()) {
            sink.unreadable("line 1", kind.refusal().get());
            return;
        }
        List<ReadingPlan> fitting = plans.stream()
                .filter(plan -> plan.syntaxes().contains(kind.syntax().orElseThrow()))
                .toList();
        Recognition recognition = Recognition.of(input, kind, fitting);
        if (recognition.match().isEmpty()) {
            recognition.tell(sink);
            return;
        }
        Recognition.Match match = recognition.match().get();
        sink.format(match.plan().format());
        Delivery delivery = new Delivery(sink, match.plan());
        try (InputStream in = input.open(sink::progress)) {
            stream(in, kind, match, false, delivery);
        } catch (ZipException | EOFException e) {
            delivery.unreadable("line " + delivery.lastLine() + " or later", damaged(e));
        }
    }

    /** Streams the units of one plan; {@code in} is open at its beginning. */
    static void stream(InputStream in, FileKind kind, Recognition.Match match, boolean withContext, Units units)
            throws IOException {
        List<String> at = match.unit().at();
        switch (kind.syntax().orElseThrow()) {
            case XML -> new XmlUnits(at, match.plan().prefixes(), withContext, units).read(in);
            case JSON -> {
                JsonUnits json = new JsonUnits(at, units);
                if (kind.isLines()) {
                    json.readLines(Utf8.of(in, match.encoding()));
                } else {
                    json.read(Utf8.of(in, match.encoding()));
                }
            }
            case CSV -> {
                if (at.isEmpty()) {
                    in.skipNBytes(match.encoding().markLength());
                    InputStreamReader text =
                            new InputStreamReader(in, match.encoding().strict());
                    new CsvUnits(units).read(new BufferedReader(text, 1 << 16), kind.delimiter());
                }
            }
        }
    }

    /** Why a compressed file ends early. */
    static Text damaged(IOException e) {
        return new Text(
                "圧縮ファイルが壊れているか、途中で切れています(" + e.getMessage() + ")。取得し直してください。",
                "The compressed file is damaged or cut off (" + e.getMessage() + "). Fetch it again.");
    }

    /** Numbers the units and unfolds embedded JSON. */
    private static final class Delivery implements Units {
        private final UnitSink sink;
        private final ReadingPlan plan;
        private int index;
        private long lastLine = 1;

        Delivery(UnitSink sink, ReadingPlan plan) {
            this.sink = sink;
            this.plan = plan;
        }

        long lastLine() {
            return lastLine;
        }

        @Override
        public boolean unit(Field unit, long line) {
            index++;
            lastLine = line;
            Embedded.unfold(unit, plan.embedded());
            sink.unit(unit, line, index);
            return true;
        }

        @Override
        public boolean unreadable(String where, Text reason) {
            index++;
            sink.unreadable(where, reason);
            return true;
        }
    }
}
