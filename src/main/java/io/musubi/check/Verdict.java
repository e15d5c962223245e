package io.musubi.check;

import java.util.List;

/**
 * What the shapes say of one record, in an order that depends on nothing but the results.
 *
 * @param admission rules of {@code shapes/admission} that it breaks; when there is one, the record is set aside
 * @param findings rules of {@code shapes/record} that it breaks
 */
public record Verdict(List<CheckResult> admission, List<CheckResult> findings) {
    /** Takes immutable copies. */
    public Verdict {
        admission = List.copyOf(admission);
        findings = List.copyOf(findings);
    }

    /** True when the record can be placed. */
    public boolean isAdmitted() {
        return admission.isEmpty();
    }
}
