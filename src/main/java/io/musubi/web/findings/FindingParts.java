package io.musubi.web.findings;

import io.musubi.finding.Cause;
import io.musubi.finding.Row;
import io.musubi.model.Document;
import io.musubi.model.Finding;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import io.musubi.rdf.Vocabulary;
import io.musubi.web.page.Graphs;
import io.musubi.web.page.Labels;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The findings in the document of a record: parts of it named {@code #finding-…}. Documents are sorted text, so that to
 * count findings no triple need be parsed.
 */
final class FindingParts {
    static final String PART = "#finding-";
    private static final String RECORD = "record/";
    private static final List<String> OF_CAUSE = List.of(
            "<" + Vocabulary.SH_RESULT_SEVERITY + ">",
            "<" + Vocabulary.MSB_RULE + ">",
            "<" + Vocabulary.SH_RESULT_MESSAGE + ">",
            "<" + Vocabulary.MSB_REMEDY + ">");

    private FindingParts() {}

    /** For each finding of the record what its cause is made of: predicates and objects, one a line. */
    static List<String> causes(Document record) {
        String start = "<" + record.iri() + PART;
        String text = record.triples();
        Map<String, StringBuilder> byPart = new LinkedHashMap<>();
        int at = text.startsWith(start) ? 0 : text.indexOf("\n" + start) + 1;
        while (at >= 0 && text.startsWith(start, at)) {
            int end = text.indexOf('\n', at);
            int space = text.indexOf(' ', at);
            if (OF_CAUSE.stream().anyMatch(it -> text.startsWith(it, space + 1))) {
                byPart.computeIfAbsent(text.substring(at, space), part -> new StringBuilder())
                        .append(text, space + 1, end + 1);
            }
            at = end + 1;
        }
        return byPart.values().stream().map(StringBuilder::toString).toList();
    }

    /** The cause that {@link #causes} gave a text of. */
    static Cause cause(String lines) {
        StringBuilder triples = new StringBuilder();
        lines.lines().forEach(line -> triples.append("<urn:x> ").append(line).append('\n'));
        return Cause.of(finding(Graphs.of(triples.toString()), NodeFactory.createURI("urn:x")));
    }

    /**
     * The findings of a record in the order of their ids.
     *
     * @param base of all IRIs
     */
    static List<Row> rows(Document record, String base) {
        Graph graph = Graphs.of(record.triples());
        Node self = NodeFactory.createURI(record.iri());
        String[] name = record.iri().substring((base + RECORD).length()).split("/", 2);
        String localId = text(graph, self, Vocabulary.MSB_LOCAL_ID).orElse(name[1]);
        List<Row> rows = new ArrayList<>();
        objects(graph, self, Vocabulary.MSB_FINDING).stream()
                .map(Node::getURI)
                .sorted()
                .forEach(part -> rows.add(new Row(
                        part.substring(part.indexOf(PART) + PART.length()),
                        URLDecoder.decode(name[0], StandardCharsets.UTF_8),
                        localId,
                        record.iri(),
                        "",
                        finding(graph, NodeFactory.createURI(part)),
                        false)));
        return rows;
    }

    /** What the main thing of a record is called there; empty when it has no name. */
    static String title(Document record, String language) {
        Graph graph = Graphs.of(record.triples(), record.said());
        return objects(graph, NodeFactory.createURI(record.iri()), Vocabulary.FOAF_PRIMARY_TOPIC).stream()
                .findFirst()
                .flatMap(topic -> Labels.name(graph, topic, language))
                .orElse("");
    }

    private static Finding finding(Graph graph, Node part) {
        return new Finding(
                text(graph, part, Vocabulary.MSB_RULE).orElse(""),
                severity(graph, part),
                objects(graph, part, Vocabulary.SH_FOCUS_NODE).stream()
                        .map(Node::getURI)
                        .findFirst()
                        .orElse(""),
                text(graph, part, Vocabulary.MSB_SOURCE_FIELD).orElse(""),
                text(graph, part, Vocabulary.SH_VALUE),
                both(graph, part, Vocabulary.SH_RESULT_MESSAGE),
                both(graph, part, Vocabulary.MSB_EXPECTED),
                both(graph, part, Vocabulary.MSB_REMEDY),
                false);
    }

    private static Severity severity(Graph graph, Node part) {
        String iri = objects(graph, part, Vocabulary.SH_RESULT_SEVERITY).stream()
                .map(Node::getURI)
                .findFirst()
                .orElse(Vocabulary.SH_INFO);
        return switch (iri) {
            case Vocabulary.SH_VIOLATION -> Severity.VIOLATION;
            case Vocabulary.SH_WARNING -> Severity.WARNING;
            default -> Severity.INFO;
        };
    }

    private static Text both(Graph graph, Node part, String predicate) {
        Map<String, String> texts = new LinkedHashMap<>();
        objects(graph, part, predicate).forEach(it -> texts.put(it.getLiteralLanguage(), it.getLiteralLexicalForm()));
        return new Text(texts.getOrDefault("ja", ""), texts.getOrDefault("en", ""));
    }

    private static Optional<String> text(Graph graph, Node subject, String predicate) {
        return objects(graph, subject, predicate).stream()
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }

    private static List<Node> objects(Graph graph, Node subject, String predicate) {
        return graph.find(subject, NodeFactory.createURI(predicate), Node.ANY)
                .mapWith(it -> it.getObject())
                .toList();
    }
}
