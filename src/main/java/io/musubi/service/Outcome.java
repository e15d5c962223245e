package io.musubi.service;

/** What became of a record that was read. Each is counted under exactly one of these. */
public enum Outcome {
    /** A new record, or a new version of one. */
    STORED("stored"),
    /** The same text by the same crosswalk was there already. */
    UNCHANGED("unchanged"),
    /** A newer version was there already. */
    OLDER("older"),
    /** The same record and text stood earlier in this delivery. */
    DUPLICATE("duplicate"),
    /** It cannot be placed; kept with its reason. */
    SET_ASIDE("setAside"),
    /** A deletion notice. */
    DELETED("deleted"),
    /** It was purged here: nothing of it is kept, until somebody allows it again. */
    PURGED("purged"),
    /** It could not be read at all. */
    UNREADABLE("unreadable");

    private final String key;

    Outcome(String key) {
        this.key = key;
    }

    /** The name in JSON output. */
    public String key() {
        return key;
    }
}
