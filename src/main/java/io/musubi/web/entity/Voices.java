package io.musubi.web.entity;

import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.web.page.Graphs;
import io.musubi.web.thing.Thing;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;

/**
 * Who speaks of a thing, when, and where they differ.
 *
 * @param voices the records, in the order of their sources
 * @param isCut whether there are more
 * @param differing what not all say as it is shown
 * @param agreeing the rest
 */
public record Voices(List<Voice> voices, boolean isCut, List<Row> differing, List<Row> agreeing) {
    private static final int MOST = 20;

    /**
     * One record.
     *
     * @param record it
     * @param source who delivered it
     * @param harvested when its present version arrived here
     * @param said what it alone says
     */
    public record Voice(Thing record, Thing source, String harvested, Graph said) {}

    /**
     * What each voice says by one property.
     *
     * @param property the property
     * @param language of the values; may be empty
     * @param cells one for each voice; empty where it is silent
     */
    public record Row(Thing property, String language, List<List<Value>> cells) {
        boolean differs() {
            return cells.stream().flatMap(List::stream).anyMatch(value -> !value.isShown());
        }
    }

    /**
     * A value that a record gives.
     *
     * @param thing it
     * @param isShown whether it is among those that the thing's page shows
     */
    public record Value(Thing thing, boolean isShown) {}

    /** What was found wrong with the records. */
    List<Thing> findings() {
        return voices.stream()
                .flatMap(voice -> voice.record().all("msb:finding").stream())
                .toList();
    }

    /** The voices of {@code thing}. */
    static Voices of(Thing thing, Graph shown, Snapshot snapshot) {
        List<Thing> records = thing.all("^foaf:primaryTopic");
        List<Voice> voices = new ArrayList<>();
        for (Thing record : records.subList(0, Math.min(MOST, records.size()))) {
            if (snapshot.lookup(record.iri()) instanceof Lookup.Found found) {
                voices.add(new Voice(
                        record,
                        record.all("dct:isPartOf").stream().findFirst().orElse(record),
                        found.changed().time().toString(),
                        Graphs.of(found.document().said())));
            }
        }
        List<Row> rows = voices.size() < 2 ? List.of() : Comparison.rows(thing, shown, voices);
        return new Voices(
                voices,
                records.size() > MOST,
                rows.stream().filter(Row::differs).toList(),
                rows.stream().filter(row -> !row.differs()).toList());
    }
}
