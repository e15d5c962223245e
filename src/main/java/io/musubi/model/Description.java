package io.musubi.model;

import java.util.List;

/**
 * What one record says of one thing. The nodes are local to the record; IRIs come only at projection, so that a merge,
 * its undo or a new base never rewrites what is stored.
 *
 * @param node the thing's name within the record: {@code dataset}, {@code creator-2}; unique in the record, stable for
 *     the same input
 * @param kind what the thing is
 * @param claims its identifiers, strongest first
 * @param statements what is said of it and its parts, in crosswalk order; every part is reachable from the thing
 */
public record Description(String node, Kind kind, List<Claim> claims, List<Statement> statements) {
    /** Takes immutable copies. */
    public Description {
        claims = List.copyOf(claims);
        statements = List.copyOf(statements);
    }
}
