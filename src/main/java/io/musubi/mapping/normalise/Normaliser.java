package io.musubi.mapping.normalise;

import io.musubi.model.Text;

/**
 * Turns the spellings of one kind of value into its normal form. Stateless, so usable by any number of threads; the
 * normal form is a fixed point: {@code apply(normal)} gives {@code normal} again.
 */
public interface Normaliser {
    /** The name crosswalks use: lower case with hyphens, such as {@code erad-researcher}. */
    String name();

    /** What it takes and gives, in one line for the list of normalisers. */
    Text about();

    /**
     * The normal form of {@code raw}, or why there is none. Never throws for any text.
     *
     * @param raw as the source wrote it, of any length
     */
    Result apply(String raw);
}
