package io.musubi.model;

/** How grave a finding is, the gravest first; the names are SHACL's. */
@SuppressWarnings("ImmutableEnumChecker") // Text is immutable, only not marked so.
public enum Severity {
    /** The record breaks a rule of its profile. */
    VIOLATION(new Text("違反", "Violation")),
    /** Probably wrong, or something that users need is missing. */
    WARNING(new Text("警告", "Warning")),
    /** Could be better. */
    INFO(new Text("参考", "Hint"));

    private final Text title;

    Severity(Text title) {
        this.title = title;
    }

    /** Its name for people. */
    public Text title() {
        return title;
    }
}
