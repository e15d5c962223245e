package io.musubi.bench.invented;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Invented records without end: the same seed gives the same bytes, record by record, however many are written.
 *
 * <p>Shares and sizes are those of 138 JPCOAR records at hand (official samples, test records of WEKO and of its users)
 * and, for creators and descriptions, of 54 answers of DataCite, counted on parsed files:
 *
 * <table>
 * <caption>Measured, and drawn here</caption>
 * <tr><th>what</th><th>measured</th></tr>
 * <tr><td>size</td><td>elements 41, 47, 59, 75 (p25, median, p75, p90), at most 187; 3.7 to 6.6 KB, at most 15 KB</td></tr>
 * <tr><td>mapped</td><td>123 statements, 7 things (medians), at most 266 and 13</td></tr>
 * <tr><td>title languages</td><td>ja, en and both readings 41 %; without the Latin one 20 %; ja and readings 16 %; en
 * 16 %; ja 6 %</td></tr>
 * <tr><td>DOI; handle</td><td>72 %; 72 %</td></tr>
 * <tr><td>managing institution</td><td>named by 3 %</td></tr>
 * <tr><td>Japan Grant Number</td><td>named by 56 %</td></tr>
 * <tr><td>ORCID that fails its check</td><td>in 72 % (a sample number, the same everywhere)</td></tr>
 * <tr><td>affiliation of creators</td><td>in 78 %</td></tr>
 * <tr><td>files</td><td>none 14 %, one 68 %, two 6 %, three 12 %</td></tr>
 * <tr><td>subjects</td><td>median 2, at most 5</td></tr>
 * <tr><td>journal, volume, pages</td><td>51 %</td></tr>
 * <tr><td>contact person</td><td>12 %</td></tr>
 * <tr><td>related item</td><td>48 %</td></tr>
 * <tr><td>creators (DataCite)</td><td>one 57 %, two 11 %, three 11 %, four 9 %, up to 20</td></tr>
 * <tr><td>descriptions (DataCite)</td><td>in 85 %, median 328 characters, p90 1,492, at most 3,085</td></tr>
 * </table>
 *
 * <p>GakuNin RDM and ROR are here with few real records (one, three); their sizes follow {@code samples/}. Drawn records
 * give 126 (JPCOAR), 123 (GakuNin RDM), 120 (report) and 44 (ROR) statements by median.
 *
 * <p>On purpose otherwise: half of the records are data (of the samples, one of each type, 11 %), descriptions of data
 * are as long as DataCite's, and people have identifiers more often (e-Rad 60 %, ORCID 50 %), so that records share
 * them. Who is shared: {@link Country}.
 */
public final class Corpus {
    private final Country country;

    /**
     * Another seed is another country.
     *
     * @param seed of all chance
     */
    public Corpus(long seed) {
        this.country = new Country(seed);
    }

    /**
     * Writes a delivery.
     *
     * @param file to write, replaced if it is there
     * @param shape how
     * @param versions which records, in their order; read once, never held
     * @throws IllegalArgumentException when a deletion is to be written in a shape that has none
     * @throws IOException when the file cannot be written
     */
    public void write(Path file, Shape shape, Stream<Version> versions) throws IOException {
        Form form = shape.form();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(form.opening());
            String before = "";
            for (Iterator<Version> each = versions.iterator(); each.hasNext(); ) {
                Version version = each.next();
                if (version.isDeleted() && !shape.knowsDeletions()) {
                    throw new IllegalArgumentException(shape + " has no way to say that a record is deleted");
                }
                out.write(before);
                out.write(form.record(country, version));
                before = form.between();
            }
            out.write(form.closing());
        }
    }
}
