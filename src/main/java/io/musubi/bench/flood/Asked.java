package io.musubi.bench.flood;

/**
 * A query that is asked.
 *
 * @param kind what its like are counted under: the name of a shape, or {@code generated}
 * @param text of the query
 */
public record Asked(String kind, String text) {}
