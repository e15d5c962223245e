package io.musubi.finding;

import java.util.Comparator;

/**
 * What is gained when a cause is mended everywhere. The definition for all doors:
 *
 * <ul>
 *   <li>a record is <em>admitted</em> when the cause is the only obstacle for which it was set aside;
 *   <li>a record <em>gains</em> when it is rid of at least one finding: so every record that the cause concerns gains
 *       once, however many findings of that cause it has.
 * </ul>
 *
 * Among causes of the same severity, the one that admits more records comes first, then the one from which more records
 * gain, then the one with more findings.
 *
 * @param admitted records that would no longer be set aside
 * @param records records that would be rid of a finding
 * @param findings findings that would close
 */
public record Gain(long admitted, long records, long findings) {
    /** The greater gain first. */
    static final Comparator<Gain> MOST_FIRST = Comparator.comparingLong(Gain::admitted)
            .thenComparingLong(Gain::records)
            .thenComparingLong(Gain::findings)
            .reversed();

    /** Nothing yet. */
    public static final Gain NONE = new Gain(0, 0, 0);

    /** With one more record that has {@code more} findings of the cause. */
    public Gain plus(boolean isAdmitted, long more) {
        return new Gain(admitted + (isAdmitted ? 1 : 0), records + 1, findings + more);
    }
}
