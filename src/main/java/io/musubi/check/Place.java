package io.musubi.check;

import io.musubi.model.Kind;
import java.util.Optional;

/**
 * Where a node of the checked graph comes from. Each node is called {@code urn:musubi:<index>:<node>#<fragment>}, so
 * that records of a batch share no node and none is judged by what another says.
 *
 * @param index the record's position in its batch
 * @param node the description's name; empty for the record itself
 * @param fragment the part; empty for the thing itself
 */
record Place(int index, String node, String fragment) {
    private static final String PREFIX = "urn:musubi:";

    /** The node's IRI while its batch is checked. */
    String iri() {
        String thing = PREFIX + index + ":" + node;
        return fragment.isEmpty() ? thing : thing + "#" + fragment;
    }

    /** The place that {@code iri} names; empty when it is no node of a record. */
    static Optional<Place> of(String iri) {
        if (!iri.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int colon = iri.indexOf(':', PREFIX.length());
        int hash = iri.indexOf('#', colon);
        int end = hash < 0 ? iri.length() : hash;
        return Optional.of(new Place(
                Integer.parseInt(iri.substring(PREFIX.length(), colon)),
                iri.substring(colon + 1, end),
                hash < 0 ? "" : iri.substring(hash + 1)));
    }

    /** The mark that leads from a record to its main thing: {@code msb:mainDataset} … */
    static String mark(Kind kind) {
        String segment = kind.segment();
        return "main" + Character.toUpperCase(segment.charAt(0)) + segment.substring(1);
    }
}
