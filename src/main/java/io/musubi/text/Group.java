package io.musubi.text;

import java.util.Locale;

/** Texts of one weight: where a word stands says how much a thing is about it. */
public enum Group {
    /** Titles, names and other names of the thing itself. */
    TITLE(6, 12),
    /** Keywords and kinds of data. */
    KEYWORD(3, 15),
    /** Names of what it is tied to: people, institutions, projects, journals, places. */
    RELATED(1.5f, 30),
    /** Descriptions. */
    DESCRIPTION(1, 100);

    private final float weight;
    private final float usualLength;
    private final String field = name().toLowerCase(Locale.ROOT);

    Group(float weight, float usualLength) {
        this.weight = weight;
        this.usualLength = usualLength;
    }

    float weight() {
        return weight;
    }

    /** In words: a match in a longer text counts less, in a shorter one more. */
    float usualLength() {
        return usualLength;
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
