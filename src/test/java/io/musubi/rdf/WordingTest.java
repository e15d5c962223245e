package io.musubi.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static final Node THING = NodeFactory.createURI("urn:thing");

    /** Languages of the texts that there are, the reader's, and that of the text to be shown. */
    @ParameterizedTest
    @CsvSource({
        "ja en, ja, ja",
        "ja en, en, en",
        "zh - en, ja, en",
        "- zh, ja, -",
        "- zh, zh, zh",
        "fr zh, en, fr",
    })
    void theReadersLanguageGoesFirstThenTheHousesThenNone(String given, String reader, String shown) {
        List<Node> texts = List.of(given.split(" ")).stream()
                .map(it -> it.equals("-") ? NodeFactory.createLiteralString(it) : NodeFactory.createLiteralLang(it, it))
                .toList();

        assertThat(Wording.best(texts, reader).map(Node::getLiteralLexicalForm)).contains(shown);
    }

    @Test
    void whatHasNoTextHasNoName() {
        assertThat(Wording.best(List.of(), "ja")).isEmpty();
        assertThat(Wording.name(graph("<urn:thing> <urn:p> 'x' ; dct:title <urn:x> ."), THING, "ja"))
                .isEmpty();
    }

    @Test
    void aLaterPropertyInTheReadersLanguageGoesBeforeAnEarlierInAnother() {
        Graph graph =
                graph("<urn:thing> skos:prefLabel 'label'@en ; foaf:name '名前'@ja , '別名'@ja ; dct:title 'title'@en .");

        assertThat(name(graph, "ja")).isEqualTo("別名");
        assertThat(name(graph, "en")).isEqualTo("label");
    }

    @Test
    void ofEqualsTheFirstInOrderOfText() {
        Graph graph = graph("<urn:thing> dct:title 'b'@en , 'a'@en , '0' .");

        assertThat(name(graph, "en")).isEqualTo("a");
        assertThat(name(graph, "ja")).isEqualTo("a");
    }

    private static String name(Graph graph, String language) {
        return Wording.name(graph, THING, language).orElseThrow().getLiteralLexicalForm();
    }

    private static Graph graph(String turtle) {
        return RDFParser.fromString("""
                        PREFIX dct: <http://purl.org/dc/terms/>
                        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        """ + turtle, Lang.TURTLE).toGraph();
    }
}
