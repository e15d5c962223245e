package io.musubi.web.findings;

import io.musubi.finding.Row;
import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.journal.Snapshot;
import io.musubi.model.Document;
import io.musubi.model.Severity;
import io.musubi.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;

/** The public findings of one record or one thing, for the pages of others. */
public final class FindingsOf {
    /** Gravest first, then by rule and record: the same page at the same state. */
    private static final Comparator<Row> ORDER = Comparator.<Row, Severity>comparing(
                    row -> row.finding().severity())
            .thenComparing(row -> row.finding().rule())
            .thenComparing(Row::link)
            .thenComparing(Row::id);

    private final String base;
    private final GraphStore graph;

    /**
     * @param base of all IRIs
     * @param graph says which findings are about a thing
     */
    public FindingsOf(String base, GraphStore graph) {
        this.base = base;
        this.graph = graph;
    }

    /**
     * Findings, gravest first.
     *
     * @param rows at most as many as were asked for
     * @param count how many there are
     */
    public record Shown(List<Row> rows, long count) {}

    /** The findings of a record, gravest first. */
    public Shown record(Document record) {
        List<Row> rows = FindingParts.rows(record, base, cause -> true).stream()
                .sorted(ORDER)
                .toList();
        return new Shown(rows, rows.size());
    }

    /**
     * The findings about a thing: all those of the records whose main thing it is, and what other records' findings say
     * of it. A thing that very many records speak of costs a look at all their names, not at their texts.
     *
     * @param snapshot where texts are read
     * @param iri the thing's
     * @param most how many rows at most
     */
    public Shown entity(Snapshot snapshot, String iri, int most) {
        SortedSet<String> parts = parts(iri);
        Set<String> records = new LinkedHashSet<>();
        for (String part : parts) {
            if (records.size() < most) {
                records.add(part.substring(0, part.indexOf('#')));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (String record : records) {
            snapshot.document(record).stream()
                    .flatMap(it -> FindingParts.rows(it, base, cause -> true).stream())
                    .filter(row -> parts.contains(record + FindingParts.PART + row.id()))
                    .forEach(rows::add);
        }
        List<Row> first = rows.stream().sorted(ORDER).limit(most).toList();
        return new Shown(first, Math.max(parts.size(), first.size()));
    }

    private SortedSet<String> parts(String iri) {
        Node thing = NodeFactory.createURI(iri);
        SortedSet<String> parts = new TreeSet<>();
        LeasedDataset dataset = graph.dataset();
        dataset.begin(TxnType.READ);
        try {
            Graph documents = dataset.getDefaultGraph();
            documents
                    .find(Node.ANY, NodeFactory.createURI(Vocabulary.SH_FOCUS_NODE), thing)
                    .forEachRemaining(it -> parts.add(it.getSubject().getURI()));
            documents
                    .find(Node.ANY, NodeFactory.createURI(Vocabulary.FOAF_PRIMARY_TOPIC), thing)
                    .mapWith(it -> it.getSubject())
                    .toList()
                    .forEach(record -> documents
                            .find(record, NodeFactory.createURI(Vocabulary.MSB_FINDING), Node.ANY)
                            .forEachRemaining(it -> parts.add(it.getObject().getURI())));
        } finally {
            dataset.end();
        }
        return parts;
    }
}
