package io.musubi.text;

import java.util.Locale;

/** Texts of one weight: where a word stands says how much a thing is about it. */
public enum Group {
    /** Titles, names and other names of the thing itself. */
    TITLE(6),
    /** Keywords and kinds of data. */
    KEYWORD(3),
    /** Names of what it is tied to: people, institutions, projects, journals, places. */
    RELATED(1.5f),
    /** Descriptions. */
    DESCRIPTION(1);

    private final float weight;
    private final String field = name().toLowerCase(Locale.ROOT);

    Group(float weight) {
        this.weight = weight;
    }

    float weight() {
        return weight;
    }

    /** The field of its words, as {@link Analysis} cuts and stems them. */
    String words() {
        return field;
    }

    /** The field of its pairs of characters, in which every part of every word is found. */
    String pairs() {
        return field + Names.PAIRS;
    }
}
