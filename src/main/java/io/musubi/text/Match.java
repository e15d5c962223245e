package io.musubi.text;

/**
 * A thing that matches.
 *
 * @param iri of the thing
 * @param score how well; comparable within one answer only
 */
public record Match(String iri, float score) {}
