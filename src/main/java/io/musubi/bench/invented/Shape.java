package io.musubi.bench.invented;

import java.util.Locale;

/** The forms in which deliveries come: each format, and each syntax of it. */
public enum Shape {
    /** OAI-PMH answer with JPCOAR 2.0 records. */
    JPCOAR("jpcoar", "xml", true),
    /** Answer of the GakuNin RDM API: registrations with one file each. */
    GRDM("grdm", "json", true),
    /** The report of GakuNin RDM in Japanese. */
    GRDM_REPORT("grdm", "csv", false),
    /** The ROR dump; the institutions that the others name are its first. */
    ROR("ror", "json", false);

    private final String format;
    private final String ending;
    private final boolean knowsDeletions;

    Shape(String format, String ending, boolean knowsDeletions) {
        this.format = format;
        this.ending = ending;
        this.knowsDeletions = knowsDeletions;
    }

    /** Its crosswalk: a folder under {@code mappings/}. */
    public String format() {
        return format;
    }

    /** A name for a file in this shape. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + "." + ending;
    }

    /** Whether a record can be delivered as deleted; where not, it is left out of a complete delivery. */
    public boolean knowsDeletions() {
        return knowsDeletions;
    }

    Form form() {
        return switch (this) {
            case JPCOAR -> new JpcoarForm();
            case GRDM -> new GrdmForm();
            case GRDM_REPORT -> new GrdmReportForm();
            case ROR -> new RorForm();
        };
    }
}
