package io.musubi.web.entity;

import java.util.Optional;

/** How people spell identifiers. */
@FunctionalInterface
public interface Identifiers {
    /**
     * What is wanted by {@code /id/{scheme}/{value}}.
     *
     * @param scheme the scheme that entities are known by
     * @param value its normal form
     */
    record Normal(String scheme, String value) {}

    /**
     * The normal form of {@code value}; empty when there is no such scheme, or the value fails its check.
     *
     * @param value in any spelling
     */
    Optional<Normal> normal(String scheme, String value);
}
