package io.musubi.model;

import java.util.List;

/**
 * A public document: all public statements whose subject is one entity (or record, or catalogue) or one of its parts.
 * The graph is the union of the documents, and no triple is in two of them.
 *
 * @param iri the subject, absolute, without fragment
 * @param type its path segment: a {@link Kind#segment()}, {@code record} or {@code catalog}
 * @param triples N-Triples in canonical form, sorted, no line twice, each ended by a line feed; every subject is {@code
 *     iri} or begins with {@code iri#}
 * @param said for a record: N-Triples of what this record alone says, not part of the graph; else empty
 * @param identifiers every identifier the entity answers to, as {@code scheme:value}
 * @param aliases other IRIs of the base that lead here (303): of merged entities, and one for each strong identifier
 */
public record Document(
        String iri, String type, String triples, String said, List<String> identifiers, List<String> aliases) {
    /** Takes immutable copies. */
    public Document {
        identifiers = List.copyOf(identifiers);
        aliases = List.copyOf(aliases);
    }
}
