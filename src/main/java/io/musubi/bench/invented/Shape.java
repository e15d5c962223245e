package io.musubi.bench.invented;

import java.util.Locale;
import java.util.function.Supplier;

/** The forms in which deliveries come: each format, and each syntax of it. */
public enum Shape {
    /** OAI-PMH answer with JPCOAR 2.0 records. */
    JPCOAR("jpcoar", "xml", true, JpcoarForm::new),
    /** Answer of the GakuNin RDM API: registrations with one file each. */
    GRDM("grdm", "json", true, GrdmForm::new),
    /** The report of GakuNin RDM in Japanese. */
    GRDM_REPORT("grdm", "csv", false, GrdmReportForm::new),
    /** The ROR dump; the institutions that the others name are its first. */
    ROR("ror", "json", false, RorForm::new);

    private final String format;
    private final String ending;
    private final boolean knowsDeletions;
    private final Supplier<Form> form;

    Shape(String format, String ending, boolean knowsDeletions, Supplier<Form> form) {
        this.format = format;
        this.ending = ending;
        this.knowsDeletions = knowsDeletions;
        this.form = form;
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
        return form.get();
    }
}
