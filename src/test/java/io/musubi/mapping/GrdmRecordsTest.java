package io.musubi.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.SharedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** GakuNin RDM: real files are read whole or refused with a reason, no field is lost, nothing private is public. */
class GrdmRecordsTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));
    private static final Path EXAMPLES = HOME.resolve("mappings/grdm/examples");

    /** What the real files are; all others are of no format. */
    private static final Map<String, String> KNOWN = Map.of(
            "api/file-metadata-response.json", "1 record",
            "api/project-metadata-response.json", "1 record",
            "api/draft-registration-response.json", "draft",
            "api/draft-registration-ms2-response.json", "draft",
            "dg-mm/grdm_api_file_metadata_1.json", "nothing in it",
            "dg-mm/grdm_api_file_metadata_2.json", "nothing in it",
            "dg-mm/grdm_api_file_metadata_3.json", "nothing in it",
            "schema/report_ja.csv.j2", "unreadable",
            "schema/report_en.csv.j2", "unreadable");

    @TestFactory
    Stream<DynamicTest> realFilesAreReadWholeOrRefused() {
        Path folder = SharedRecords.folder("grdm");
        Crosswalks crosswalks = Crosswalks.load(HOME);
        return SharedRecords.files(folder).stream().map(file -> {
            String name = folder.relativize(file).toString().replace('\\', '/');
            return DynamicTest.dynamicTest(name, () -> {
                Examples read = Examples.map(file, crosswalks);
                assertThat(read.disagreements()).isEmpty();
                assertThat(read.findings()).doesNotContain("unread |");
                assertThat(outcome(read)).isEqualTo(KNOWN.getOrDefault(name, "of no format"));
            });
        });
    }

    @Test
    void countsOfRealFiles() throws IOException {
        Path folder = SharedRecords.folder("grdm");
        Crosswalks crosswalks = Crosswalks.load(HOME);
        Map<String, Integer> found = new TreeMap<>();
        Map<String, Integer> expected = new TreeMap<>();
        for (Path file : SharedRecords.files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            found.merge(outcome(Examples.map(file, crosswalks)), 1, Integer::sum);
            expected.merge(KNOWN.getOrDefault(name, "of no format"), 1, Integer::sum);
        }
        assertThat(found).isEqualTo(expected).containsEntry("1 record", 2).containsEntry("draft", 2);
    }

    private static String outcome(Examples read) {
        long records = read.quads().stream()
                .filter(quad -> quad.contains("<urn:musubi:localId>"))
                .count();
        if (records > 0) {
            return records == 1 ? "1 record" : records + " records";
        }
        String reason = read.findings().lines().findFirst().orElse("no reason");
        if (reason.startsWith("unknown |")) {
            return "of no format";
        }
        if (reason.startsWith("unreadable |")) {
            return "unreadable";
        }
        if (reason.contains("A draft, which nobody has registered yet")) {
            return "draft";
        }
        return reason.contains("no record was found here") ? "nothing in it" : reason;
    }

    @TestFactory
    Stream<DynamicTest> examplesLoseNoField() throws IOException {
        return examples().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    Path findings = folder.resolve("findings.txt");
                    assertThat(Files.exists(findings) ? Files.readString(findings) : "")
                            .doesNotContain("unread |");
                }));
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            List<Path> all = folders.filter(Files::isDirectory).sorted().toList();
            assertThat(all).hasSizeGreaterThan(12);
            return all;
        }
    }

    @Test
    void nothingPrivateIsPublic() throws IOException {
        Examples read = Examples.map(EXAMPLES.resolve("private-fields/input.json"), Crosswalks.load(HOME));
        // The local id, a path, is marked private as a whole; the harness writes it beside the record.
        List<String> open = read.quads().stream()
                .filter(quad -> !quad.endsWith(":private> .") && !quad.contains("<urn:musubi:localId>"))
                .toList();
        assertThat(open)
                .isNotEmpty()
                .allSatisfy(quad -> assertThat(quad)
                        .doesNotContain("非公開 太郎", "Hikokai", "10300914", "@kirishima", "0995-00", "架空町", "Kaku-cho")
                        .doesNotContain(
                                "備考の秘密",
                                "secret remark",
                                "rdm.nii.ac.jp",
                                "private name",
                                "kf801",
                                "kp801",
                                "この名称でよいですか"));
        assertThat(String.join("\n", read.quads())).contains("非公開 太郎", "data@kirishima.example.jp");
    }

    @Test
    void closedRecordsAreMarked() throws IOException {
        Examples read = Examples.map(EXAMPLES.resolve("closed-record/input.json"), Crosswalks.load(HOME));
        assertThat(read.quads())
                .contains("<urn:musubi:1:record> <urn:musubi:access> \"closed\" <urn:musubi:1> .")
                .contains("<urn:musubi:2:record> <urn:musubi:access> \"closed\" <urn:musubi:2> .")
                .noneMatch(quad -> quad.startsWith("<urn:musubi:3:record> <urn:musubi:access>"));
        assertThat(Crosswalks.load(HOME).find("grdm").orElseThrow().isOpenByDefault())
                .isFalse();
    }
}
