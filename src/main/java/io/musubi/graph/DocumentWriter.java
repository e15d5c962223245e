package io.musubi.graph;

import io.musubi.journal.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Brings documents in a store to their latest version, within a write transaction. Writes only what differs. */
final class DocumentWriter {
    private final DatasetGraph dataset;
    private long written;

    DocumentWriter(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** Brings one to its latest version; how many that makes so far. */
    long write(Change change) {
        write(change.iri(), Lines.parse(change));
        return ++written;
    }

    private void write(String iri, Set<Triple> now) {
        Parts parts = new Parts(iri);
        List<Node> looseBefore = objects(parts.document());
        Set<Triple> before = parts.walk(looseBefore, this::ofSubject);
        for (Triple triple : before) {
            if (!now.contains(triple)) {
                dataset.delete(Quad.create(Quad.defaultGraphNodeGenerated, triple));
            }
        }
        for (Triple triple : now) {
            if (!before.contains(triple)) {
                dataset.add(Quad.create(Quad.defaultGraphNodeGenerated, triple));
            }
        }
        Set<Node> loose = parts.loose(now);
        looseBefore.stream().filter(part -> !loose.contains(part)).forEach(part -> dataset.delete(quad(parts, part)));
        loose.forEach(part -> dataset.add(quad(parts, part)));
    }

    /** The note that {@code part} is a loose part of its document. */
    static Quad quad(Parts parts, Node part) {
        return Quad.create(Names.PARTS, parts.document(), Names.PART, part);
    }

    private List<Node> objects(Node document) {
        List<Node> found = new ArrayList<>();
        dataset.find(Names.PARTS, document, Names.PART, Node.ANY).forEachRemaining(quad -> found.add(quad.getObject()));
        return found;
    }

    private Collection<Triple> ofSubject(Node subject) {
        List<Triple> found = new ArrayList<>();
        Iterator<Quad> quads = dataset.find(Quad.defaultGraphNodeGenerated, subject, Node.ANY, Node.ANY);
        quads.forEachRemaining(quad -> found.add(quad.asTriple()));
        return found;
    }
}
