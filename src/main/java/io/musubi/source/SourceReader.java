package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Text;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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
        try {
            stream(() -> input.open(sink::progress), kind, match, false, delivery);
        } catch (ZipException | EOFException e) {
            delivery.unreadable("line " + delivery.lastLine() + " or later", damaged(e));
        }
        if (input.hasChanged()) {
            delivery.unreadable("line " + delivery.lastLine() + " or later", changed());
        }
    }

    /** Streams the units of one plan. */
    static void stream(Opening file, FileKind kind, Recognition.Match match, boolean withContext, Units units)
            throws IOException {
        List<String> at = match.unit().at();
        switch (kind.syntax().orElseThrow()) {
            case XML -> {
                try (InputStream in = file.open()) {
                    in.skipNBytes(match.encoding().markLength());
                    new XmlUnits(at, match.plan().prefixes(), withContext, units)
                            .read(Decoded.xml(in, match.encoding()));
                }
            }
            case JSON -> {
                JsonUnits json = new JsonUnits(at, units);
                if (kind.isLines()) {
                    json.readLines(file, match.encoding());
                } else {
                    json.read(file, match.encoding());
                }
            }
            case CSV -> {
                if (at.isEmpty()) {
                    new CsvUnits(kind.delimiter(), units).read(file, match.encoding());
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

    private static Text changed() {
        return new Text(
                "読み取っている間にファイルが書き換えられました。書き込みが終わってから、もう一度送ってください。",
                "The file changed while it was read. Deliver it again when it is complete.");
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
            Text broken = Embedded.unfold(unit, plan.embedded());
            if (broken == null) {
                sink.unit(unit, line, index);
            } else {
                sink.unreadable("line " + line, broken);
            }
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
