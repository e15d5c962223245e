package io.musubi.model;

/**
 * An identifier that a record gives for a thing and that passed its scheme's check.
 *
 * @param scheme the scheme's name in {@code ontology/identifiers.yaml}
 * @param value the normal form
 * @param raw as the source wrote it
 * @param isPrivate true when read by a private path: it ties nothing
 */
public record Claim(String scheme, String value, String raw, boolean isPrivate) {}
