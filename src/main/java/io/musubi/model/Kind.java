package io.musubi.model;

/**
 * The kinds of thing the graph is about. Each has its own path under the base IRI ({@code {base}dataset/…}) and its
 * own identifier schemes ({@code ontology/identifiers.yaml}).
 */
public enum Kind {
    /** A {@code dcat:Dataset}: managed research data. */
    DATASET,
    /** An article, thesis, report, software or other text, described by FaBiO. */
    WORK,
    /** A funded project (研究課題); its award is the part {@code #grant}. */
    PROJECT,
    /** A researcher or other person. */
    PERSON,
    /** An institution, funder or other organisation. */
    ORGANIZATION,
    /** A funding programme (事業). */
    PROGRAMME;

    private final String segment = name().toLowerCase(java.util.Locale.ROOT);

    /** The path segment and the spelling used in crosswalks: {@code dataset}, {@code organization} … */
    public String segment() {
        return segment;
    }

    /**
     * The kind spelled {@code segment}.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    public static Kind of(String segment) {
        for (Kind kind : values()) {
            if (kind.segment.equals(segment)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("'" + segment
                + "' is no kind of thing; expected dataset, work, project, person, organization or" + " programme");
    }
}
