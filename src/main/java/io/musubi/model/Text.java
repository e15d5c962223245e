package io.musubi.model;

/**
 * A sentence for people, in both languages of the house.
 *
 * @param ja in Japanese
 * @param en in English
 */
public record Text(String ja, String en) {
    /** The sentence in {@code language} ({@code ja} or anything else for English). */
    public String in(String language) {
        return language.startsWith("ja") ? ja : en;
    }
}
