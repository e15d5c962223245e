package io.musubi.mapping.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.model.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each normaliser against its table {@code src/test/resources/normalise/<name>.csv}: raw, normal form (empty: refused),
 * severity of the note (empty: none). {@code \u200B} and such stand for invisible characters.
 */
class NormalisersTest {
    private static final Path TABLES = Path.of(System.getProperty("musubi.home", "."), "src/test/resources/normalise");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final long SEED = Long.getLong("seed", 20_261_121L);

    /** They take something out of the value; what they give need not be of the kind they read. */
    private static final Set<String> EXTRACTING = Set.of("grant-parent");
    /** Case, width or hyphens mean something to them, or they are for whole sentences. */
    private static final Set<String> LITERAL = Set.of("trim", "person-name", "has-contact", "url", "licence", "nfkc");

    @TestFactory
    Stream<DynamicTest> everyTable() {
        return Normalisers.all().stream()
                .flatMap(normaliser -> rows(normaliser).stream()
                        .map(row -> DynamicTest.dynamicTest(
                                normaliser.name() + " " + row.raw(),
                                () -> assertThat(outcome(normaliser, row.raw())).isEqualTo(row.outcome()))));
    }

    @TestFactory
    Stream<DynamicTest> theNormalFormIsAFixedPoint() {
        return Normalisers.all().stream()
                .filter(normaliser -> !EXTRACTING.contains(normaliser.name()))
                .map(normaliser -> DynamicTest.dynamicTest(
                        normaliser.name(),
                        () -> rows(normaliser).stream()
                                .filter(row -> !row.normal().isEmpty())
                                .forEach(row -> assertThat(normaliser.apply(row.normal()))
                                        .isEqualTo(Result.value(row.normal())))));
    }

    @TestFactory
    Stream<DynamicTest> spoiledSpellingsGiveTheSame() {
        return Normalisers.all().stream()
                .filter(normaliser -> !LITERAL.contains(normaliser.name()))
                .map(normaliser -> DynamicTest.dynamicTest(normaliser.name() + " seed " + SEED, () -> {
                    Random random = new Random(SEED);
                    for (Row row : rows(normaliser)) {
                        for (int i = 0; i < 10 && !row.normal().isEmpty(); i++) {
                            String spoiled = spoil(row.raw(), random);
                            assertThat(outcome(normaliser, spoiled))
                                    .as("'%s' spoiled to '%s'", row.raw(), spoiled)
                                    .isEqualTo(row.outcome());
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> noTextBreaksOne() {
        return Normalisers.all().stream()
                .map(normaliser -> DynamicTest.dynamicTest(normaliser.name() + " seed " + SEED, () -> {
                    Random random = new Random(SEED);
                    for (String text : awkward(random)) {
                        Result result = normaliser.apply(text);
                        if (result instanceof Result.Value(String normal, var note)) {
                            assertThat(normal).isNotEmpty();
                            if (!EXTRACTING.contains(normaliser.name())) {
                                assertThat(normaliser.apply(normal))
                                        .as("of '%s'", text)
                                        .isEqualTo(Result.value(normal));
                            }
                        }
                    }
                }));
    }

    @Test
    void everyNormaliserSaysWhatItDoesAndWhatItExpects() {
        assertThat(Normalisers.all()).hasSizeGreaterThan(40).allSatisfy(normaliser -> {
            assertThat(normaliser.name()).matches("[a-z]+(-[a-z]+)*");
            assertBothLanguages(normaliser.about());
            for (String text : List.of("?", "x@example.jp", "9999")) {
                if (normaliser.apply(text) instanceof Result.Refused(var note) && note.isPresent()) {
                    assertBothLanguages(note.get().expected());
                    assertBothLanguages(note.get().remedy());
                }
            }
        });
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> Normalisers.named("orkid"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'orkid'")
                .hasMessageContaining("orcid, person-name");
    }

    private static void assertBothLanguages(Text text) {
        assertThat(text.ja()).isNotBlank();
        assertThat(text.en()).isNotBlank().isASCII();
    }

    private static Outcome outcome(Normaliser normaliser, String raw) {
        return switch (normaliser.apply(raw)) {
            case Result.Value(String normal, var note) ->
                new Outcome(normal, note.map(each -> each.severity().name()).orElse(""));
            case Result.Refused(var note) ->
                new Outcome("", note.map(each -> each.severity().name()).orElse(""));
        };
    }

    private static List<Row> rows(Normaliser normaliser) {
        Path table = TABLES.resolve(normaliser.name() + ".csv");
        assertThat(table).as("every normaliser has a table of examples").exists();
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(table))) {
            List<Row> rows = new ArrayList<>();
            for (CSVRecord each : parser) {
                rows.add(new Row(unescape(each.get("raw")), new Outcome(each.get("normal"), each.get("note"))));
            }
            assertThat(rows).hasSizeGreaterThan(2);
            return rows;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }

    /** Full-width letters, other hyphens, invisible characters, odd spaces around, a full stop at the end. */
    private static String spoil(String raw, Random random) {
        StringBuilder out = new StringBuilder(" \u00A0\u3000".substring(random.nextInt(3)));
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '-' && random.nextInt(3) == 0) {
                out.append("\u2010\u2011\u2012\u2013\u2212\uFF0D".charAt(random.nextInt(6)));
            } else if (c > ' ' && c < 0x7f && random.nextInt(5) == 0) {
                out.append((char) (c - '!' + '！'));
            } else {
                out.append(c);
            }
            if (random.nextInt(8) == 0) {
                out.append("\u200B\uFEFF\u2060\u200E".charAt(random.nextInt(4)));
            }
        }
        return out.append(random.nextBoolean() ? "." : "")
                .append(random.nextBoolean() ? "\u00A0" : "")
                .toString();
    }

    private static List<String> awkward(Random random) {
        List<String> texts = new ArrayList<>(List.of(
                "",
                " ",
                "\u0000",
                "\uD800",
                "%",
                "%%%4",
                "10.",
                "JP",
                "10.60501/%2",
                "-",
                ",",
                "/",
                "(",
                "http://",
                "@",
                "あ".repeat(50_000),
                "1".repeat(50_000),
                "a,".repeat(30_000),
                "(".repeat(30_000),
                "1-".repeat(30_000),
                "10.60501/" + "a)".repeat(400),
                "%25".repeat(300) + "2F",
                " -".repeat(400),
                "no ".repeat(300)));
        String alphabet = "0123456789JPjpXx-./:%~,() RHＡ０年月日度令和あ漢ー\u200B\u00A0\uD83D\uDE00#?@KMGB<>";
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(24); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private record Row(String raw, Outcome outcome) {
        String normal() {
            return outcome.normal();
        }
    }

    private record Outcome(String normal, String note) {}
}
