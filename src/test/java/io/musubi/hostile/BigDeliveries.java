package io.musubi.hostile;

import io.musubi.service.IngestReport;
import io.musubi.service.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Deliveries that are false by their size, each between records that are right: made, taken and thrown away, in a process
 * of its own with little memory.
 */
final class BigDeliveries {
    private static final int LONG = 100 << 20;
    private static final String NAMESPACES = " xmlns:jpcoar=\"https://github.com/JPCOAR/schema/blob/master/2.0/\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"";

    private BigDeliveries() {}

    /** Writes one delivery. */
    private interface Writing {
        void to(BufferedWriter out) throws IOException;
    }

    /** Argument: the folder to work in. Prints for each delivery what came of it and what is public then. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (Room room = new Room(folder.resolve("data"))) {
            for (Map.Entry<String, Writing> each : all().entrySet()) {
                Path file = folder.resolve(each.getKey());
                try (BufferedWriter out = Files.newBufferedWriter(file)) {
                    each.getValue().to(out);
                }
                room.openSource(each.getKey());
                IngestReport report = room.deliver(each.getKey(), file);
                Files.delete(file);
                System.out.println(each.getKey() + ": " + told(report));
            }
            room.settle();
        }
        System.out.println("settled");
    }

    private static String told(IngestReport report) {
        return Arrays.stream(Outcome.values())
                        .filter(it -> report.of(it) > 0)
                        .map(it -> report.of(it) + " " + it.key())
                        .collect(Collectors.joining(", "))
                + troubles(report);
    }

    /** Each reason with the place where it was first met. */
    private static String troubles(IngestReport report) {
        Map<String, String> places = new LinkedHashMap<>();
        report.troubles()
                .forEach(it -> places.putIfAbsent(
                        it.reason().en().replaceFirst("[(.].*", "").strip(), it.where()));
        StringBuilder told = new StringBuilder();
        places.forEach(
                (reason, where) -> told.append("; ").append(where).append(": ").append(reason));
        return told.toString();
    }

    private static Map<String, Writing> all() {
        Map<String, Writing> all = new LinkedHashMap<>();
        all.put("string-in-array", out -> array(out, it -> organization(it, 2, () -> repeat(it, "a", LONG))));
        all.put("string-comes-first", out -> {
            out.write("[");
            organization(out, 1, () -> repeat(out, "a", LONG));
            out.write(",\n");
            organization(out, 2, () -> out.write("right"));
            out.write("]");
        });
        all.put("string-in-lines", out -> lines(out, it -> organization(it, 2, () -> repeat(it, "a", LONG))));
        all.put("string-in-element", out -> list(out, it -> dataset(it, 2, () -> repeat(it, "a", LONG), () -> {})));
        all.put(
                "string-in-attribute",
                out -> list(
                        out,
                        it -> dataset(it, 2, () -> it.write("x"), () -> {
                            it.write("<dc:title xml:lang=\"");
                            repeat(it, "a", LONG);
                            it.write("\">y</dc:title>");
                        })));
        all.put("string-in-cell", out -> table(out, it -> repeat(it, "a", LONG)));
        for (int depth : new int[] {490, 10_000}) {
            all.put(
                    "nested-json-" + depth,
                    out -> array(
                            out,
                            it -> organization(
                                    it,
                                    2,
                                    () -> it.write("\",\"x\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)
                                            + ",\"z\":\""))));
            all.put(
                    "nested-xml-" + depth,
                    out -> list(
                            out,
                            it -> dataset(
                                    it,
                                    2,
                                    () -> it.write("x"),
                                    () -> it.write("<a>".repeat(depth) + "</a>".repeat(depth)))));
        }
        all.put(
                "nested-arrays",
                out -> array(
                        out,
                        it -> organization(
                                it,
                                2,
                                () -> it.write("\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + ",\"z\":\""))));
        all.put(
                "many-keywords",
                out -> list(
                        out,
                        it -> dataset(it, 2, () -> it.write("x"), () -> {
                            for (int i = 0; i < 35_000; i++) {
                                it.write("<jpcoar:subject xml:lang=\"en\" subjectScheme=\"Other\">keyword " + i
                                        + "</jpcoar:subject>\n");
                            }
                        })));
        all.put(
                "many-files",
                out -> list(
                        out,
                        it -> dataset(it, 2, () -> it.write("x"), () -> {
                            for (int i = 0; i < 10_000; i++) {
                                it.write("<jpcoar:file><jpcoar:URI>https://repo.example.jp/file/" + i
                                        + "</jpcoar:URI><jpcoar:mimeType>text/csv</jpcoar:mimeType></jpcoar:file>\n");
                            }
                        })));
        all.put("many-files-in-a-registration", BigDeliveries::registration);
        all.put("ragged-rows", out -> {
            table(out, it -> it.write("x"));
            for (int i = 0; i < 200_000; i++) {
                out.write("ragged\n");
            }
        });
        return all;
    }

    /** Writes the false one of three. */
    private interface Middle {
        void to(BufferedWriter out) throws IOException;
    }

    /** Writes a part of a record. */
    private interface Part {
        void write() throws IOException;
    }

    private static void array(BufferedWriter out, Middle middle) throws IOException {
        out.write("[");
        organization(out, 1, () -> out.write("right"));
        out.write(",\n");
        middle.to(out);
        out.write(",\n");
        organization(out, 3, () -> out.write("right"));
        out.write("]");
    }

    private static void lines(BufferedWriter out, Middle middle) throws IOException {
        organization(out, 1, () -> out.write("right"));
        out.write("\n");
        middle.to(out);
        out.write("\n");
        organization(out, 3, () -> out.write("right"));
    }

    private static void organization(BufferedWriter out, int number, Part name) throws IOException {
        out.write("{\"id\":\"local-" + number + "\",\"names\":[{\"types\":[\"ror_display\",\"label\"],\"value\":\"");
        name.write();
        out.write("\"}]}");
    }

    private static void list(BufferedWriter out, Middle middle) throws IOException {
        out.write("<list>\n");
        dataset(out, 1, () -> out.write("right"), () -> {});
        middle.to(out);
        dataset(out, 3, () -> out.write("right"), () -> {});
        out.write("</list>\n");
    }

    private static void dataset(BufferedWriter out, int number, Part title, Part more) throws IOException {
        out.write("<jpcoar:jpcoar" + NAMESPACES + "><dc:title xml:lang=\"en\">");
        title.write();
        out.write("</dc:title>");
        more.write();
        out.write("<dc:type rdf:resource=\"http://purl.org/coar/resource_type/c_ddb1\">dataset</dc:type>"
                + "<jpcoar:identifier identifierType=\"URI\">https://repo.example.jp/" + number
                + "</jpcoar:identifier></jpcoar:jpcoar>\n");
    }

    private static void table(BufferedWriter out, Middle cell) throws IOException {
        out.write("体系的番号,データNo.,データの名称,掲載日・掲載更新日,データ種別\nJPMJCR19Z1,A-1,一つ目,2026-04-01,実験データ\nJPMJCR19Z1,A-2,");
        cell.to(out);
        out.write(",2026-04-01,実験データ\nJPMJCR19Z1,A-3,三つ目,2026-04-01,実験データ\n");
    }

    private static void registration(BufferedWriter out) throws IOException {
        out.write("{\"data\":{\"id\":\"abcde\",\"type\":\"registrations\",\"attributes\":{\"registered_meta\":{"
                + "\"japan-grant-number\":{\"value\":\"JPMJCR19Z1\"},\"grdm-files\":{\"value\":[");
        for (int i = 0; i < 2_000; i++) {
            out.write((i == 0 ? "" : ",\n") + "{\"path\":\"osfstorage/" + i
                    + "\",\"metadata\":{\"grdm-file:title-en\":{\"value\":\"File " + i
                    + "\"},\"grdm-file:data-type\":{\"value\":\"experimental data\"}}}");
        }
        out.write("]}}}}}");
    }

    private static void repeat(BufferedWriter out, String text, int times) throws IOException {
        String block = text.repeat(1 << 16);
        for (int left = times; left > 0; left -= 1 << 16) {
            out.write(block);
        }
    }
}
