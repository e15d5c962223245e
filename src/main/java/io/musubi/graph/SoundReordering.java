package io.musubi.graph;

import org.apache.jena.sparql.engine.optimizer.reorder.PatternElements;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternTriple;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderFixed;
import org.apache.jena.sparql.sse.Item;

/**
 * TDB2's usual order of the patterns of a query, without a fault of Jena 5.6: it ends in an exception where VALUES or BIND
 * put a literal in the place of a property. Nothing can match there, so such a pattern goes first.
 */
final class SoundReordering extends ReorderFixed {
    @Override
    public double weight(PatternTriple pattern) {
        return isProperty(pattern.predicate) ? super.weight(pattern) : 0;
    }

    private static boolean isProperty(Item item) {
        return item.isNodeURI() || item.isVar() || item.equals(PatternElements.TERM);
    }
}
