package io.musubi.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NTriplesReaderTest {
    private static final List<String> PIECES = List.of(
            "a", " ", "\"", "\\", "\n", "\r", "\t", "\b", "\f", "\u0000", "\u007f", "<", ">", "^^", "@ja", " .", "結び",
            "𠮷", "é", "{}", "|", "`", "\\u0041");
    private static final List<String> LANGUAGES = List.of("", "ja", "en", "ja-Kana", "JA-latn", "not a tag");
    private static final List<String> DATATYPES = List.of("string", "date", "integer", "gYear");

    /** RIOT is the second opinion on what the writer wrote. */
    @Test
    void whatIsWrittenIsReadAsAnyReaderReadsIt() {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append(NTriples.line("http://x.example/" + iri(random), "http://x.example/p", object(random)))
                    .append('\n');
        }
        List<Triple> read = new ArrayList<>();
        NTriplesReader.read(text.toString(), read::add);
        assertThat(read).hasSize(2_000).isEqualTo(byRiot(text.toString()));
    }

    private static Term object(Random random) {
        if (random.nextInt(3) == 0) {
            return new Term.Iri("http://x.example/" + iri(random));
        }
        String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        String datatype = "http://www.w3.org/2001/XMLSchema#" + DATATYPES.get(random.nextInt(DATATYPES.size()));
        return language.isEmpty()
                ? new Term.Literal(mixed(random), datatype, "")
                : Term.Literal.text(mixed(random), language);
    }

    private static String iri(Random random) {
        return mixed(random).replace("\u0000", "");
    }

    private static String mixed(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static List<Triple> byRiot(String text) {
        List<Triple> read = new ArrayList<>();
        RDFParser.fromString(text, Lang.NTRIPLES)
                .checking(false)
                .errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
                .parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        read.add(triple);
                    }
                });
        return read;
    }

    @Test
    void theLastLineNeedsNoLineFeed() {
        List<Triple> read = new ArrayList<>();
        NTriplesReader.read("<a> <b> <c> .\n<a> <b> \"c\" .", read::add);
        assertThat(read).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a> <b> <c> .\n<a> <b> <c",
                "<a> <b> <c> .\n<a> <b> \"c\" ",
                "<a> <b> <c> .\n<a> <b> \"c",
                "<a> <b> <c> .\n<a> <b> \"c\\",
                "<a> <b> <c> .\n<a> <b> \"c\"@ja",
                "<a> <b> <c> .\nnothing",
                "<a> <b> <c> .\n<a> <b> <c> . <d>",
            })
    void whatIsCutIsToldWithItsLine(String text) {
        List<Triple> read = new ArrayList<>();
        assertThatThrownBy(() -> NTriplesReader.read(text, read::add))
                .isInstanceOf(RiotException.class)
                .hasMessageStartingWith("Line 2, column ");
        assertThat(read).hasSize(1);
    }
}
