package io.musubi.web.terms;

import io.musubi.web.thing.Reading;
import io.musubi.web.thing.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * Where a name is used in what is public: as a value, a class or a property.
 *
 * @param things some that use it
 * @param statements in how many statements it was found
 * @param isCut whether the search ended before all were seen
 */
public record Uses(List<Thing> things, int statements, boolean isCut) {
    private static final int SHOWN = 12;

    /** The uses of {@code name}, so far as some hundred statements tell. */
    static Uses of(Reading reading, Graph documents, Thing name) {
        Set<Thing> things = new HashSet<>();
        int statements = count(reading, documents.find(Node.ANY, Node.ANY, name.node()), things);
        if (statements == 0) {
            statements = count(reading, documents.find(Node.ANY, name.node(), Node.ANY), things);
        }
        List<Thing> sorted = new ArrayList<>(things);
        sorted.sort(Comparator.comparing(Thing::iri));
        return new Uses(sorted.subList(0, Math.min(SHOWN, sorted.size())), statements, statements >= Reading.LIMIT);
    }

    private static int count(Reading reading, ExtendedIterator<Triple> found, Set<Thing> things) {
        int statements = 0;
        try {
            while (statements < Reading.LIMIT && found.hasNext()) {
                things.add(reading.thing(found.next().getSubject()).document());
                statements++;
            }
        } finally {
            found.close();
        }
        return statements;
    }
}
