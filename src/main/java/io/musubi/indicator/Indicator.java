package io.musubi.indicator;

import io.musubi.model.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An indicator as its folder defines it.
 *
 * @param id the folder's name
 * @param place where it stands among the others; equal places by id
 * @param title what it is called
 * @param definition what it says, and how it is made
 * @param counted what is counted, once or how often
 * @param date which date counts
 * @param caveats what a reader must know before using the figures
 * @param dimensions of its table, in order
 * @param measures of its table, in order
 * @param shares made of the measures
 * @param hasTotal whether a total of the whole table says anything
 * @param chart what its chart shows
 * @param reference where figures or rules come from that are not in the graph
 * @param basis what the numbers come from
 */
public record Indicator(
        String id,
        int place,
        Text title,
        Text definition,
        Text counted,
        Text date,
        List<Text> caveats,
        List<Dimension> dimensions,
        List<Measure> measures,
        List<Share> shares,
        boolean hasTotal,
        Chart chart,
        Optional<Reference> reference,
        Basis basis) {
    /** Takes immutable copies. */
    public Indicator {
        caveats = List.copyOf(caveats);
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        shares = List.copyOf(shares);
    }

    /** The query, where the numbers come from the graph. */
    public Optional<Question> question() {
        return basis instanceof Question question ? Optional.of(question) : Optional.empty();
    }

    /** The dimension called {@code name}. */
    public Optional<Dimension> dimension(String name) {
        return dimensions.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The measure called {@code name}. */
    public Optional<Measure> measure(String name) {
        return measures.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The place of a measure among its siblings. */
    public int index(String measure) {
        return IntStream.range(0, measures.size())
                .filter(i -> measures.get(i).name().equals(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no measure '" + measure + "'"));
    }

    List<String> dimensionNames() {
        return dimensions.stream().map(Dimension::name).toList();
    }

    List<String> measureNames() {
        return measures.stream().map(Measure::name).toList();
    }
}
