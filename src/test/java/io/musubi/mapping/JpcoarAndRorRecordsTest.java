package io.musubi.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.SharedRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * JPCOAR and ROR: real files are read whole or refused with a reason, and no field of a record is lost. How many records
 * a file holds is counted in its plain text, by no parser of ours.
 */
class JpcoarAndRorRecordsTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));
    private static final List<String> FOLDERS =
            List.of("jpcoar/schema", "jpcoar/validator-cases", "oai-pmh", "weko/oai-pmh", "weko/import", "ror");
    private static final Pattern JPCOAR = Pattern.compile("<jpcoar:jpcoar[\\s>]");
    private static final Pattern DELETED = Pattern.compile("<header status=\"deleted\"");
    private static final Pattern FOREIGN = Pattern.compile("<metadata>\\s*<(?!jpcoar:jpcoar)");
    private static final Pattern ERROR = Pattern.compile("<error code=");
    private static final Pattern ROR = Pattern.compile("\"ror_display\"");

    /**
     * What came of a file.
     *
     * @param records read, without deletions
     * @param deletions read
     * @param others of another format, each with its reason
     * @param isRefused whether all of the file is unknown or unreadable
     */
    private record Outcome(long records, long deletions, long others, boolean isRefused) {
        static Outcome of(Examples read) {
            long all = count(read, "<urn:musubi:localId>");
            long deletions = count(read, "<urn:musubi:deleted>");
            List<String> findings = read.findings().lines().toList();
            return new Outcome(
                    all - deletions,
                    deletions,
                    findings.stream()
                            .filter(line -> line.startsWith("not this format |"))
                            .count(),
                    findings.stream().anyMatch(line -> line.matches("(unknown|unreadable) \\| .+")));
        }

        private static long count(Examples read, String predicate) {
            return read.quads().stream()
                    .filter(quad -> quad.contains(predicate))
                    .count();
        }

        /** As the file's text says. */
        static Outcome expected(Path file) throws IOException {
            String name = file.getFileName().toString();
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            long records = 0;
            long deletions = 0;
            long others = 0;
            if (name.endsWith(".xml")) {
                records = count(JPCOAR, text);
                deletions = count(DELETED, text);
                others = count(FOREIGN, text) + count(ERROR, text);
            } else if (name.endsWith(".json") && !text.contains("\"_source\"")) {
                // The answer of a search engine holds records too, but is no delivery of them.
                records = count(ROR, text);
            }
            return new Outcome(records, deletions, others, records + deletions + others == 0);
        }

        private static long count(Pattern pattern, String text) {
            return pattern.matcher(text).results().count();
        }
    }

    @TestFactory
    Stream<DynamicTest> realFilesAreReadWholeOrRefused() {
        Crosswalks crosswalks = Crosswalks.load(HOME);
        return FOLDERS.stream()
                .map(SharedRecords::folder)
                .flatMap(folder -> SharedRecords.files(folder).stream()
                        .map(file ->
                                DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> {
                                    Examples read = Examples.map(file, crosswalks);
                                    assertThat(read.disagreements()).isEmpty();
                                    assertThat(read.findings()).doesNotContain("unread |");
                                    assertThat(Outcome.of(read)).isEqualTo(Outcome.expected(file));
                                })));
    }

    /** Today 142, 1, 12 and 67; the folders may grow or be cut down, but the test above must not pass for want of files. */
    @Test
    void thereIsEnoughToRead() throws IOException {
        Map<String, Long> found = new TreeMap<>();
        for (String name : FOLDERS) {
            for (Path file : SharedRecords.files(SharedRecords.folder(name))) {
                Outcome outcome = Outcome.expected(file);
                found.merge("records", outcome.records(), Long::sum);
                found.merge("deletions", outcome.deletions(), Long::sum);
                found.merge("others", outcome.others(), Long::sum);
                found.merge("refused files", outcome.isRefused() ? 1L : 0, Long::sum);
            }
        }
        assertThat(found.get("records")).isGreaterThan(100);
        assertThat(found.get("deletions")).isPositive();
        assertThat(found.get("others")).isGreaterThan(5);
        assertThat(found.get("refused files")).isGreaterThan(30);
    }

    @TestFactory
    Stream<DynamicTest> examplesLoseNoField() throws IOException {
        Crosswalks crosswalks = Crosswalks.load(HOME);
        return Stream.of("jpcoar", "ror")
                .flatMap(format -> examples(format).stream())
                .map(folder -> DynamicTest.dynamicTest(
                        folder.toString(),
                        () -> assertThat(Examples.map(Examples.input(folder), crosswalks)
                                        .findings())
                                .doesNotContain("unread |")));
    }

    /** Every element and attribute of the three schemas, wherever it may stand, as data and as an article. */
    @Test
    void everyElementOfTheSchemaIsRead() throws IOException {
        Path input = HOME.resolve("src/test/resources/jpcoar/every-element.xml");
        Examples read = Examples.map(input, Crosswalks.load(HOME));
        assertThat(read.disagreements()).isEmpty();
        assertThat(read.findings()).doesNotContain("unread |").doesNotContain("| lookup");
        assertThat(read.quads()).hasSizeGreaterThan(1000);
    }

    private static List<Path> examples(String format) {
        try (Stream<Path> folders = Files.list(HOME.resolve("mappings/" + format + "/examples"))) {
            List<Path> all = folders.filter(Files::isDirectory).sorted().toList();
            assertThat(all).hasSizeGreaterThan(4);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void contactsArePrivate() throws IOException {
        Path input = HOME.resolve("mappings/jpcoar/examples/cao-items/input.xml");
        Examples read = Examples.map(input, Crosswalks.load(HOME));
        assertThat(read.quads()).anyMatch(quad -> quad.contains("data-desk@kirishima") && quad.endsWith(":private> ."));
        assertThat(read.quads())
                .filteredOn(quad -> !quad.endsWith(":private> ."))
                .isNotEmpty()
                .noneMatch(quad -> quad.contains("data-desk") || quad.contains("0000-00-1234"));
    }
}
