package io.musubi.model;

/** How grave a finding is; the words are SHACL's. */
public enum Severity {
    /** The record breaks a rule of its profile. */
    VIOLATION,
    /** Probably wrong, or something that users need is missing. */
    WARNING,
    /** Could be better. */
    INFO
}
