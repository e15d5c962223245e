package io.musubi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Field;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Syntax;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
    private static final ReadingPlan CSV = Collected.plan(Syntax.CSV, ".", "データの名称");
    private static final ReadingPlan JSON = Collected.plan(Syntax.JSON, ".", "id");
    private static final ReadingPlan ARRAY = Collected.plan(Syntax.JSON, "[]", "id");
    private static final ReadingPlan XML = Collected.plan(Syntax.XML, "n:list/n:record", "n:id");

    @TempDir
    Path folder;

    private List<String> read(byte[] bytes, ReadingPlan... plans) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, bytes);
        Collected collected = new Collected();
        SourceReader.read(file, List.of(plans), collected);
        return collected.heard();
    }

    private List<String> read(String text, ReadingPlan... plans) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), plans);
    }

    private static byte[] encode(String text, String charset, int... mark) {
        byte[] body = text.getBytes(Charset.forName(charset));
        byte[] all = new byte[mark.length + body.length];
        for (int i = 0; i < mark.length; i++) {
            all[i] = (byte) mark[i];
        }
        System.arraycopy(body, 0, all, mark.length, body.length);
        return all;
    }

    @TestFactory
    Stream<DynamicTest> tablesInEveryEncodingAndWithEveryLineEnd() {
        String table = "No.,データの名称,説明\r\n1,火山灰の粒度,\"桜島, 霧島\"\r\n2,ｶﾞｽの組成①,\"二行\r\nある\"\r\n";
        List<String> expected = List.of(
                "format test",
                "1 line 2 [\"row\",null,[\"No.\",\"1\"],[\"データの名称\",\"火山灰の粒度\"],[\"説明\",\"桜島, 霧島\"]]",
                "2 line 3 [\"row\",null,[\"No.\",\"2\"],[\"データの名称\",\"ｶﾞｽの組成①\"],[\"説明\",\"二行\\r\\nある\"]]");
        record Case(String name, byte[] bytes) {}
        return Stream.of(
                        new Case("UTF-8", encode(table, "UTF-8")),
                        new Case("UTF-8 with mark", encode(table, "UTF-8", 0xef, 0xbb, 0xbf)),
                        new Case("UTF-16LE with mark", encode(table, "UTF-16LE", 0xff, 0xfe)),
                        new Case("UTF-16BE with mark", encode(table, "UTF-16BE", 0xfe, 0xff)),
                        new Case("UTF-32LE with mark", encode(table, "UTF-32LE", 0xff, 0xfe, 0, 0)),
                        new Case("UTF-32BE with mark", encode(table, "UTF-32BE", 0, 0, 0xfe, 0xff)),
                        new Case("CP932", encode(table, "windows-31j")),
                        new Case("tabs", encode(table.replace(",", "\t").replace("桜島\t", "桜島,"), "UTF-8")))
                .map(it -> DynamicTest.dynamicTest(
                        it.name(), () -> assertThat(read(it.bytes(), CSV)).isEqualTo(expected)));
    }

    @TestFactory
    Stream<DynamicTest> tablesInOlderEncodings() {
        String table = "No.,データの名称\n1,火山灰の粒度\n";
        List<String> expected =
                List.of("format test", "1 line 2 [\"row\",null,[\"No.\",\"1\"],[\"データの名称\",\"火山灰の粒度\"]]");
        return Stream.of("EUC-JP", "ISO-2022-JP", "Shift_JIS", "UTF-8")
                .flatMap(charset -> Stream.of("\n", "\r\n", "\r")
                        .map(end -> DynamicTest.dynamicTest(
                                charset + " " + end.length() + (end.equals("\r") ? " CR" : ""),
                                () -> assertThat(read(encode(table.replace("\n", end), charset), CSV))
                                        .isEqualTo(expected))));
    }

    @Test
    void aRaggedRowIsSetAsideAlone() throws IOException {
        assertThat(read("データの名称,説明\n1,a\n2\n3,b,c\n\n4,d\n", CSV))
                .containsExactly(
                        "format test",
                        "1 line 2 [\"row\",null,[\"データの名称\",\"1\"],[\"説明\",\"a\"]]",
                        "unreadable row 2 (line 3): This row has 1 cells where the header has 2. Look at its separators and"
                                + " quotes.",
                        "unreadable row 3 (line 4): This row has 3 cells where the header has 2. Look at its separators and"
                                + " quotes.",
                        "4 line 5 [\"row\",null,[\"データの名称\",\"4\"],[\"説明\",\"d\"]]");
    }

    @Test
    void aQuoteThatNeverClosesCostsItsOwnRow() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            List<String> heard = read("データの名称,説明\n1,a\n2,\"b\n3,c\n4,\"d\ne\"\n5,f\"\n".replace("\n", end), CSV);
            assertThat(heard).hasSize(6);
            assertThat(heard.get(2)).startsWith("unreadable row 2 (line 3): A quote is opened and never closed");
            assertThat(heard.get(3)).startsWith("3 line 4");
            assertThat(heard.get(4)).startsWith("4 line 5");
            assertThat(heard.get(5)).startsWith("5 line 7");
        }
    }

    @Test
    void bytesOfAnotherEncodingCostTheirOwnRow() throws IOException {
        StringBuilder text = new StringBuilder("データの名称\n");
        while (text.length() < FileKind.HEAD) {
            text.append("a long row of plain letters that fills what is looked at\n");
        }
        byte[] whole = encode(text.toString(), "UTF-8");
        byte[] torn = Arrays.copyOf(whole, whole.length + 8);
        System.arraycopy(new byte[] {(byte) 0x83, 0x5c, '\n', 'l', 'a', 's', 't', '\n'}, 0, torn, whole.length, 8);
        List<String> heard = read(torn, CSV);
        assertThat(heard.get(heard.size() - 2))
                .contains("The field 'データの名称' holds bytes that are not in the file's encoding");
        assertThat(heard.getLast()).endsWith("[\"データの名称\",\"last\"]]");
        assertThat(heard.getFirst()).isEqualTo("format test");
    }

    @Test
    void ndjsonLosesOnlyTheBadLine() throws IOException {
        assertThat(read("{\"id\":1}\n\n{\"id\":2,\n{\"id\":\"\u00e9\"}\nnonsense\n{\"id\":[4,[5]]} \n", JSON))
                .satisfiesExactly(
                        it -> assertThat(it).isEqualTo("format test"),
                        it -> assertThat(it).isEqualTo("1 line 1 [\".\",null,[\"id\",\"1\"]]"),
                        it -> assertThat(it).startsWith("unreadable line 3: Not readable as JSON"),
                        it -> assertThat(it).isEqualTo("3 line 4 [\".\",null,[\"id\",\"\u00e9\"]]"),
                        it -> assertThat(it).startsWith("unreadable line 5: "),
                        it -> assertThat(it)
                                .isEqualTo("5 line 6 [\".\",null,[\"id\",\"4\"],[\"id\",null,[\"[]\",\"5\"]]]"));
    }

    @Test
    void aPrettyArrayIsNotMistakenForLines() throws IOException {
        ReadingPlan items = Collected.plan(Syntax.JSON, "items", "id");
        assertThat(read(
                        "{ \"items\": [\n{ \"id\": true },\n{ \"id\": 2.50, \"none\": null, \"blank\": \" \" } ] }",
                        items))
                .containsExactly(
                        "format test",
                        "1 line 2 [\"items\",null,[\"id\",\"true\"]]",
                        "2 line 3 [\"items\",null,[\"id\",\"2.50\"],[\"none\"],[\"blank\"]]");
        assertThat(read("{\"items\": {\"id\": 1}}", items)).hasSize(2);
    }

    @Test
    void aTornArrayKeepsWhatStandsBefore() throws IOException {
        List<String> heard = read("[\n{\"id\":1},\n{\"id\":2},\n{\"id\":3,\"title\":\"to", ARRAY);
        assertThat(heard).hasSize(4);
        assertThat(heard.getLast()).startsWith("unreadable line 4: Not readable as JSON");
        assertThat(read("[{\"id\":1}", JSON, ARRAY)).startsWith("format test", "1 line 1 [\"[]\",null,[\"id\",\"1\"]]");
    }

    @Test
    void jsonInUtf16() throws IOException {
        assertThat(read(encode("{\"id\":\"火山灰😀\"}", "UTF-16LE", 0xff, 0xfe), JSON))
                .containsExactly("format test", "1 line 1 [\".\",null,[\"id\",\"火山灰😀\"]]");
    }

    @Test
    void tooDeepIsSetAsideAndReadingGoesOn() throws IOException {
        String deep = "{\"id\":" + "[".repeat(2000) + "]".repeat(2000) + "}";
        assertThat(read("[" + deep + ",{\"id\":2}]", Collected.plan(Syntax.JSON, "[]", "id")))
                .hasSize(3)
                .anyMatch(it -> it.startsWith("unreadable line 1: Nested more than 1000 levels deep"))
                .last()
                .isEqualTo("2 line 1 [\"[]\",null,[\"id\",\"2\"]]");
        String deepXml = "<record><id>1</id>" + "<a>".repeat(2000) + "</a>".repeat(2000) + "</record>";
        assertThat(read("<list xmlns='https://example.org/n/'>" + deepXml + "<record><id>2</id></record></list>", XML))
                .hasSize(3)
                .anyMatch(it -> it.contains("Nested more than 1000 levels deep"));
    }

    @Test
    void xmlWithItsOwnPrefixesAttributesAndMixedText() throws IOException {
        String xml = """
                <?xml version="1.0"?><x:list xmlns:x="https://example.org/n/">
                <x:record xml:lang=" ja " p:q="1" plain="2" xmlns:p="https://example.org/p/"><x:id> a &lt; b<![CDATA[ & c]]> </x:id>
                <other>free <x:b>in</x:b> text</other></x:record></x:list>""";
        assertThat(read(xml, XML))
                .containsExactly(
                        "format test",
                        "1 line 2 [\"n:record\",null,[\"@xml:lang\",\"ja\"],[\"@{https://example.org/p/}q\",\"1\"],[\"@plain\",\"2\"],"
                                + "[\"n:id\",\"a < b & c\"],[\"other\",\"free  text\",[\"n:b\",\"in\"]]]");
    }

    @Test
    void tornXmlKeepsWhatStandsBefore() throws IOException {
        List<String> heard = read(
                "<n:list xmlns:n='https://example.org/n/'>\n<n:record><n:id>1</n:id></n:record>\n<n:record><n:id>2</n",
                XML);
        assertThat(heard).hasSize(3);
        assertThat(heard.getLast()).startsWith("unreadable line 3: Not readable as XML");
    }

    @Test
    void documentTypesAreRefused() throws IOException {
        assertThat(read(
                        "<!DOCTYPE list [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><list xmlns='https://example.org/n/'>"
                                + "<record><id>&e;</id></record></list>",
                        XML))
                .singleElement()
                .asString()
                .startsWith("unreadable line 1: XML with a document type (DOCTYPE)");
    }

    @Test
    void gzipIsUnpackedAndATornOneKeepsWhatStandsBefore() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 200_000; i++) {
                out.write(("{\"id\":\"" + Integer.toHexString(i * 31) + "\"}\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(read(packed.toByteArray(), JSON)).hasSize(200_001);
        List<String> torn = read(Arrays.copyOf(packed.toByteArray(), packed.size() - 5_000), JSON);
        assertThat(torn.size()).isBetween(100_000, 200_000);
        assertThat(torn.getLast()).contains("The compressed file is damaged or cut off");
    }

    @Test
    void whatIsNoTextSaysWhatItIs() throws IOException {
        assertThat(read(new byte[] {'P', 'K', 3, 4, 0}, JSON).getFirst()).contains("A ZIP archive");
        assertThat(read("%PDF-1.7", JSON).getFirst()).contains("A PDF");
        assertThat(read(new byte[] {1, 0, 2, 0, 3}, JSON).getFirst()).contains("Not text");
        assertThat(read("", JSON).getFirst()).contains("The file is empty");
        assertThat(read(" \n ", JSON).getFirst()).contains("nothing but white space");
        assertThat(read("{\"other\":1}", JSON))
                .containsExactly("unknown: JSON of no known format. Looked for: test (.: id)");
        assertThat(read("<a/>", JSON)).containsExactly("unknown: XML of no known format. Looked for: -");
    }

    @Test
    void embeddedJsonIsReadAsIfItStoodThere() throws IOException {
        ReadingPlan plan = new ReadingPlan(
                "test",
                JSON.syntaxes(),
                JSON.prefixes(),
                JSON.units(),
                List.of(List.of("a"), List.of("a", "b"), List.of("c")));
        assertThat(read(
                        "{\"id\":1,\"a\":\"[{\\\"b\\\":\\\"{\\\\\\\"x\\\\\\\":1}\\\"},{}]\",\"c\":\"no JSON\",\"d\":\"[]\"}",
                        plan))
                .last()
                .isEqualTo(
                        "1 line 1 [\".\",null,[\"id\",\"1\"],[\"a\",null,[\"b\",null,[\"x\",\"1\"]]],[\"a\"],[\"c\",\"no JSON\"],[\"d\",\"[]\"]]");
    }

    @Test
    void aPayloadComesBackAsItWas() throws IOException {
        Field tree = Field.root("r", 1);
        tree.add("a", 1, "text \"quoted\" \n 火山灰 😀");
        Field both = tree.add("b", 2, "text and");
        both.add("@c", 2, "child");
        tree.add("empty", 3);
        String text = Payload.text(tree);
        assertThat(Payload.text(Payload.parse(text))).isEqualTo(text);
        assertThat(text)
                .isEqualTo(
                        "[\"r\",null,[\"a\",\"text \\\"quoted\\\" \\n 火山灰 😀\"],[\"b\",\"text and\",[\"@c\",\"child\"]],[\"empty\"]]");
    }
}
