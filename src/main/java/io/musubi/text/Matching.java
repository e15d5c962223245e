package io.musubi.text;

import java.util.Optional;

/**
 * What is to be matched.
 *
 * @param text as in {@link Question#text()}
 * @param group where the words must stand; empty: anywhere, numbers included
 * @param language only things that have a title or description in it; empty: all
 * @param limit at most so many, the best
 */
public record Matching(String text, Optional<Group> group, Optional<String> language, int limit) {}
