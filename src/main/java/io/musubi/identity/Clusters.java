package io.musubi.identity;

import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides which of a cluster of identifiers name one thing. A cluster is all that is reachable through descriptions that
 * carry several identifiers. The answer depends on the whole cluster only, never on the order of arrival: where it would
 * hold two values of a scheme of which a thing has one, or two identifiers that a person declared to be of different
 * things, it is not tied at all and each description stays with its strongest identifier.
 */
public final class Clusters {
    private final IdentifierSchemes schemes;

    /** @param schemes tells of which schemes a thing has only one */
    public Clusters(IdentifierSchemes schemes) {
        this.schemes = schemes;
    }

    /** What became of a cluster. */
    public sealed interface Outcome {
        /** All its identifiers name one thing. */
        record Tied() implements Outcome {}

        /**
         * Each identifier stands alone.
         *
         * @param values the identifiers that cannot be of one thing, in order
         */
        record Untied(List<Key> values) implements Outcome {}
    }

    /**
     * Judges one cluster.
     *
     * @param cluster its identifiers
     * @param refused pairs declared not to be of one thing
     */
    public Outcome judge(Collection<Key> cluster, Collection<Set<Key>> refused) {
        Set<Key> values = new TreeSet<>();
        Map<String, List<Key>> byScheme = new TreeMap<>();
        for (Key key : cluster) {
            if (schemes.has(key.scheme()) && schemes.get(key.scheme()).isOne()) {
                byScheme.computeIfAbsent(key.scheme(), s -> new ArrayList<>()).add(key);
            }
        }
        byScheme.values().stream().filter(keys -> keys.size() > 1).forEach(values::addAll);
        refused.stream().filter(cluster::containsAll).forEach(values::addAll);
        return values.isEmpty() ? new Outcome.Tied() : new Outcome.Untied(List.copyOf(values));
    }
}
