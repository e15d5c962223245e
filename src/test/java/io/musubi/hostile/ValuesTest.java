package io.musubi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.mapping.Traced;
import io.musubi.service.IngestReport;
import io.musubi.service.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that mean harm, in every field of every example that can hold one, do none in any page, syntax or result. */
class ValuesTest {
    private static final List<String> HARM = List.of(
            "<script>alert('qz1')</script>",
            "\"><img src=x onerror=alert('qz2')>",
            "</script><script>alert('qz3')</script>",
            "=HYPERLINK(\"http://evil.example\",\"qz4\")",
            "@SUM(qz5)",
            "javascript:alert('qz6')",
            "https://evil.example/\"><script>alert('qz7')</script>",
            "https://evil.example/a b\\c{d}|e^f`g",
            "data:text/html;base64,cXo4",
            "qz9 \u202Egnp.exe \u0007\u001B[31m\uFFFE end",
            "qz10 ' OR 1=1; --",
            "{{ qz11 }} ${qz11} {% include 'x' %}",
            "]]> <!-- qz12 -->",
            "x\" . <http://evil.example/s> <http://evil.example/p> \"qz13");

    private static final Map<String, RDFFormat> FORMATS = Map.of(
            "text/turtle", RDFFormat.TURTLE,
            "application/n-triples", RDFFormat.NTRIPLES,
            "application/ld+json", RDFFormat.JSONLD,
            "application/rdf+xml", RDFFormat.RDFXML);

    private static final Set<String> FOREIGN = Set.of("iframe", "object", "embed", "base", "applet");

    @TempDir
    static Path folder;

    private static List<Visit.Answer> answers;

    @BeforeAll
    static void visit() throws Exception {
        try (Room room = new Room(folder.resolve("data"))) {
            Path delivery = Files.createDirectory(folder.resolve("delivery"));
            int number = 0;
            for (Path example : PrivateMarksTest.examples()) {
                if (!example.toString().contains("shift-jis")) {
                    Files.write(
                            delivery.resolve("file-%03d".formatted(number++)), harmful(Files.readAllBytes(example)));
                }
            }
            room.openSource("harm");
            IngestReport report = room.deliver("harm", delivery);
            assertThat(report.of(Outcome.STORED)).isGreaterThan(20);
            room.settle();
        }
        try (Visit visit = new Visit(folder.resolve("data/public"))) {
            answers = visit.everything("alert");
        }
    }

    @AfterAll
    static void forget() {
        answers = List.of();
    }

    private static byte[] harmful(byte[] example) throws Exception {
        Leaves leaves = Leaves.of(example);
        Path scratch = folder.resolve("scratch");
        int records = Marked.traces(example, scratch, Room.RULES.crosswalks()).size();
        int next = 0;
        for (Leaves.Leaf leaf : leaves.all()) {
            leaf.set().accept(HARM.get(next++ % HARM.size()).replaceAll("[\\x07\\x1B\\uFFFE]", ""));
            List<Traced> traces = Marked.traces(leaves.bytes(), scratch, Room.RULES.crosswalks());
            boolean isSame = traces.size() == records
                    && traces.stream()
                            .allMatch(it -> !it.record().localId().isEmpty()
                                    && !it.record().descriptions().isEmpty()
                                    && it.record().descriptions().getFirst().statements().stream()
                                            .anyMatch(
                                                    said -> said.predicate().matches(".*(terms/title|foaf/0.1/name)")));
            if (!isSame) {
                leaf.set().accept(leaf.text());
            }
        }
        return leaves.bytes();
    }

    @Test
    void noDoorFails() {
        assertThat(answers).hasSizeGreaterThan(200).noneMatch(it -> it.status() >= 500);
        assertThat(answers).filteredOn(it -> it.body().contains("alert(")).hasSizeGreaterThan(50);
    }

    @Test
    void noPageRunsOrLeadsToWhatCameWithARecord() {
        List<Visit.Answer> pages = answers.stream()
                .filter(it -> it.mediaType().equals("text/html"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(100);
        assertThat(pages.stream().flatMap(ValuesTest::dangers)).isEmpty();
    }

    /** What a browser would run or open, where it is not the page's own. */
    private static Stream<String> dangers(Visit.Answer page) {
        Document read = Jsoup.parse(page.body(), Room.BASE + page.address().substring(1));
        return read.getAllElements().stream()
                .filter(it -> FOREIGN.contains(it.normalName())
                        || isRun(it)
                        || it.attributes().asList().stream().anyMatch(ValuesTest::isDangerous))
                .map(it -> page.address() + ": " + it.cssSelector() + " " + it.outerHtml());
    }

    private static boolean isRun(Element element) {
        boolean isScript = element.normalName().equals("script")
                && !element.attr("type").equals("application/ld+json")
                && !element.absUrl("src").startsWith(Room.BASE + "assets/");
        return isScript
                || element.normalName().equals("img") && element.attr("src").equals("x");
    }

    private static boolean isDangerous(Attribute attribute) {
        return attribute.getKey().startsWith("on")
                || attribute.getKey().equals("srcdoc")
                || attribute.getValue().strip().toLowerCase(Locale.ROOT).matches("(?s)(javascript|data|vbscript):.*")
                        && Set.of("href", "src", "action", "formaction", "xlink:href", "content")
                                .contains(attribute.getKey());
    }

    /** A second implementation reads every syntax, and finds the IRIs to be IRIs. */
    @Test
    void everySyntaxIsRightForASecondReader() throws IOException {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (Visit.Answer it : answers) {
            RDFFormat format = FORMATS.get(it.mediaType());
            if (format != null && it.status() == 200) {
                read++;
                try {
                    Rio.parse(new StringReader(it.body()), Room.BASE, format).forEach(statement -> {
                        if (statement.getSubject().stringValue().startsWith("http://evil")) {
                            wrong.add(it.address() + " says what a value wanted it to: " + statement);
                        }
                    });
                } catch (RuntimeException e) {
                    wrong.add(it.address() + " " + it.mediaType() + ": " + e.getMessage());
                }
            }
        }
        assertThat(read).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    /** SPARQL's own CSV and TSV say each value as it is (SPARQL 1.1 Query Results CSV and TSV § 3); the house's do not. */
    @Test
    void noTableOfTheHouseHoldsAFormula() throws IOException {
        int cells = 0;
        for (Visit.Answer it : answers) {
            if (it.mediaType().equals("text/csv") && !it.address().startsWith("/sparql")) {
                for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(it.body()))) {
                    for (String cell : row) {
                        cells++;
                        assertThat(cell).as(it.address()).doesNotMatch("(?s)[=+\\-@\t\r＝＋－＠].*");
                    }
                }
            }
        }
        assertThat(cells).isGreaterThan(100);
    }

    @Test
    void xmlResultsAreXml() throws Exception {
        for (Visit.Answer it : answers) {
            if (it.mediaType().equals("application/sparql-results+xml")) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(it.body().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }
}
