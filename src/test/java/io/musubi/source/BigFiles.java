package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Syntax;
import io.musubi.model.Text;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes big files and reads them again: run in a process of its own with little memory. */
final class BigFiles {
    private static final String WORDS = "霧島火山の観測記録 grain size and composition of ash, measured in the field ".repeat(8);

    private BigFiles() {}

    /** Arguments: the folder to write to, and how many records. Prints one line for each syntax. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        for (String kind : List.of("lines", "array", "xml", "csv")) {
            Path file = folder.resolve(kind);
            write(file, kind, count);
            Counting counting = new Counting();
            SourceReader.read(file, List.of(plan(kind)), counting);
            System.out.println(kind + " " + counting.units + " " + counting.unreadable);
            Files.delete(file);
        }
    }

    private static ReadingPlan plan(String kind) {
        return switch (kind) {
            case "lines" -> Collected.plan(Syntax.JSON, ".", "id");
            case "array" -> Collected.plan(Syntax.JSON, "[]", "id");
            case "xml" -> Collected.plan(Syntax.XML, "n:list/n:record", "n:id");
            default -> Collected.plan(Syntax.CSV, ".", "id");
        };
    }

    private static void write(Path file, String kind, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    switch (kind) {
                        case "lines" -> "";
                        case "array" -> "[\n";
                        case "xml" -> "<list xmlns='https://example.org/n/'>\n";
                        default -> "id,text\n";
                    });
            for (int i = 0; i < count; i++) {
                String comma = kind.equals("array") && i + 1 < count ? "," : "";
                out.write(
                        switch (kind) {
                            case "xml" -> "<record><id>" + i + "</id><text>&lt;" + WORDS + "</text></record>\n";
                            case "csv" -> i + ",\"" + WORDS + "\"\n";
                            default -> "{\"id\":" + i + ",\"text\":\"" + WORDS + "\"}" + comma + "\n";
                        });
            }
            out.write(kind.equals("array") ? "]" : kind.equals("xml") ? "</list>" : "");
        }
    }

    private static final class Counting implements UnitSink {
        private int units;
        private int unreadable;

        @Override
        public void format(String format) {}

        @Override
        public void unit(Field unit, long line, int index) {
            units++;
        }

        @Override
        public void unreadable(String where, Text reason) {
            unreadable++;
        }

        @Override
        public void unknown(Text reason) {
            unreadable++;
        }
    }
}
