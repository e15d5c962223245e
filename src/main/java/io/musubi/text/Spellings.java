package io.musubi.text;

import java.util.List;

/** How people spell identifiers: from any spelling to what documents answer to. */
@FunctionalInterface
public interface Spellings {
    /** Knows no identifier: for those who only build the index. */
    Spellings NONE = written -> List.of();

    /**
     * All identifiers that {@code written} may be, as {@code scheme:value} in normal form, by every scheme that accepts
     * it: a bare number does not say whose it is, and only those that something public has are found.
     *
     * @param written in any spelling: an address, with or without prefix, in full width
     */
    List<String> of(String written);
}
