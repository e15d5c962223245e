package io.musubi.web.query;

import java.util.Locale;

/** The kinds of user an example is made for, in the order they are shown. */
public enum Audience {
    /** Looks for data and what belongs to it. */
    ANALYST,
    /** Counts and compares programmes. */
    POLICYMAKER,
    /** Looks after records. */
    STEWARD,
    /** Takes data over by a program. */
    HARVESTER;

    /** As example files and words name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
