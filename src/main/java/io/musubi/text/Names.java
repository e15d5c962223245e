package io.musubi.text;

/** The names of the index's fields. */
final class Names {
    /** What a Lucene document is about: {@link #ENTITY} or {@link #RECORD}. */
    static final String ABOUT = "about";

    static final String ENTITY = "entity";
    static final String RECORD = "record";

    static final String IRI = "iri";

    /** Identifiers of the thing, as {@code scheme:value} and as written. */
    static final String NUMBER = "number";

    /** Identifiers of the projects it came from. */
    static final String PROJECT_NUMBER = "project-number";

    /** Documents whose names stand in this one. */
    static final String TAKES_FROM = "takes-from";

    /** Hash of the names that others may take from this document. */
    static final String GIVES = "gives";

    /** Of a record: the entity it is about. */
    static final String TOPIC = "topic";

    static final String SOURCE = "source";
    static final String LISTED = "listed";

    /** How Japanese words sound. */
    static final String ROMAJI = "romaji";

    /** How a source says a name or title is read. */
    static final String READING = "reading";

    /** Languages in which it has texts. */
    static final String LANGUAGE = "language";

    static final String KIND = "kind";
    static final String DATE = "date";
    static final String ACCESS = "access";

    /** Stored texts, by {@code .ja} and {@code .en}. */
    static final String SHOWN_TITLE = "shown-title";

    static final String SHOWN_TEXT = "shown-text";
    static final String SHOWN_BY = "shown-by";
    static final String SHOWN_KEYWORD = "shown-keyword";
    static final String SHOWN_RELATED = "shown-related";

    static final String PAIRS = "-pairs";

    private Names() {}
}
