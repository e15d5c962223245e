package io.musubi.check;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.Optional;
import java.util.Set;

/**
 * What a shape says beside its constraints.
 *
 * @param iri the shape
 * @param severity its {@code sh:severity}
 * @param predicate the property to look at: {@code msb:pointsTo}, else the shape's path
 * @param message {@code sh:message}
 * @param expected {@code msb:expected}
 * @param remedy {@code msb:remedy}
 * @param isPrivate {@code msb:privateFinding}
 * @param stricterThan {@code msb:stricterThan}: the milder rule that this one stands in for
 * @param isAboutValues true when it looks at the values of one property (a property shape)
 * @param reads every property its constraints look at
 * @param readsAll true when that cannot be told (SPARQL constraints)
 */
record Rule(
        String iri,
        Severity severity,
        String predicate,
        Text message,
        Text expected,
        Text remedy,
        boolean isPrivate,
        Optional<String> stricterThan,
        boolean isAboutValues,
        Set<String> reads,
        boolean readsAll) {
    Rule {
        reads = Set.copyOf(reads);
    }

    /** The local name. */
    String name() {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
