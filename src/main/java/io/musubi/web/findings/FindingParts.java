package io.musubi.web.findings;

import io.musubi.finding.Cause;
import io.musubi.finding.Row;
import io.musubi.model.Document;
import io.musubi.model.Finding;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import io.musubi.rdf.Vocabulary;
import io.musubi.rdf.Wording;
import io.musubi.web.page.Graphs;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The findings in the document of a record: parts of it named {@code #finding-…}. Documents are sorted text, so that to
 * count findings no triple need be parsed.
 */
final class FindingParts {
    private static final String RECORD = "record/";
    private static final List<String> OF_CAUSE = List.of(
            "<" + Vocabulary.SH_RESULT_SEVERITY + ">",
            "<" + Vocabulary.MSB_RULE + ">",
            "<" + Vocabulary.SH_RESULT_MESSAGE + ">",
            "<" + Vocabulary.MSB_REMEDY + ">");

    private FindingParts() {}

    /** The lines of each finding of the record, by the finding's IRI in angle brackets. */
    private static Map<String, String> parts(Document record) {
        String start = "<" + record.iri() + Vocabulary.FINDING_PART;
        String text = record.triples();
        Map<String, String> parts = new LinkedHashMap<>();
        int at = text.startsWith(start) ? 0 : text.indexOf("\n" + start) + 1;
        while (text.startsWith(start, at)) {
            String part = text.substring(at, text.indexOf(' ', at) + 1);
            int end = at;
            while (text.startsWith(part, end)) {
                end = text.indexOf('\n', end) + 1;
            }
            parts.put(part, text.substring(at, end));
            at = end;
        }
        return parts;
    }

    /** Of the lines of a finding those that make its cause: predicates and objects, one a line. */
    private static String cause(String part, String lines) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < lines.length(); at = lines.indexOf('\n', at) + 1) {
            int predicate = at + part.length();
            if (isOfCause(lines, predicate)) {
                out.append(lines, predicate, lines.indexOf('\n', at) + 1);
            }
        }
        return out.toString();
    }

    // A loop: it is asked for each line of all findings there are.
    private static boolean isOfCause(String lines, int predicate) {
        for (String each : OF_CAUSE) {
            if (lines.startsWith(each, predicate)) {
                return true;
            }
        }
        return false;
    }

    /** For each finding of the record what its cause is made of. */
    static List<String> causes(Document record) {
        List<String> causes = new ArrayList<>();
        parts(record).forEach((part, lines) -> causes.add(cause(part, lines)));
        return causes;
    }

    /** The cause that {@link #causes} gave a text of. */
    static Cause cause(String lines) {
        StringBuilder triples = new StringBuilder();
        lines.lines().forEach(line -> triples.append("<urn:x> ").append(line).append('\n'));
        return Cause.of(finding(Graphs.of(triples.toString()), NodeFactory.createURI("urn:x")));
    }

    /**
     * Findings of a record in the order of their ids.
     *
     * @param base of all IRIs
     * @param isWanted asked with what {@link #causes} gives; others are not parsed
     */
    static List<Row> rows(Document record, String base, Predicate<String> isWanted) {
        String[] name = record.iri().substring((base + RECORD).length()).split("/", 2);
        String localId = localId(record).orElse(name[1]);
        List<Row> rows = new ArrayList<>();
        parts(record).forEach((part, lines) -> {
            if (isWanted.test(cause(part, lines))) {
                String iri = part.substring(1, part.length() - 2);
                rows.add(new Row(
                        iri.substring(iri.indexOf(Vocabulary.FINDING_PART) + Vocabulary.FINDING_PART.length()),
                        URLDecoder.decode(name[0], StandardCharsets.UTF_8),
                        localId,
                        record.iri(),
                        "",
                        finding(Graphs.of(lines), NodeFactory.createURI(iri)),
                        false));
            }
        });
        return rows;
    }

    private static Optional<String> localId(Document record) {
        String start = "<" + record.iri() + "> <" + Vocabulary.MSB_LOCAL_ID + "> ";
        return record.triples()
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .flatMap(line ->
                        text(Graphs.of(line + "\n"), NodeFactory.createURI(record.iri()), Vocabulary.MSB_LOCAL_ID));
    }

    /** What the main thing of a record is called there; empty when it has no name. */
    static String title(Document record, String language) {
        Graph graph = Graphs.of(topic(record), record.said());
        return objects(graph, NodeFactory.createURI(record.iri()), Vocabulary.FOAF_PRIMARY_TOPIC).stream()
                .findFirst()
                .flatMap(topic -> Wording.name(graph, topic, language))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    private static String topic(Document record) {
        String start = "<" + record.iri() + "> <" + Vocabulary.FOAF_PRIMARY_TOPIC + "> ";
        return record.triples()
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
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
