package io.musubi.model;

import java.util.Locale;

/** The syntaxes that have a reader. */
public enum Syntax {
    /** JSON: one value, an array, or one value a line (NDJSON). */
    JSON,
    /** XML 1.0 with namespaces, without a document type. */
    XML,
    /** Comma or tab separated values with a header row. */
    CSV;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As crosswalks spell it: {@code json}. */
    public String label() {
        return label;
    }
}
