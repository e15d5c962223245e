package io.musubi.service;

import io.musubi.ledger.StoredVersion;
import io.musubi.model.Finding;
import io.musubi.model.MappedRecord;
import java.util.List;
import java.util.function.Supplier;

/**
 * A record at the door of the ledger: mapped, and judged unless it was before.
 *
 * @param mapped what it says
 * @param payload its source text, as the ledger keeps it
 * @param payloadHash of {@code payload}
 * @param crosswalkHash of the crosswalk that mapped it
 * @param origin file and place, for stewards
 * @param isOpenByDefault whether it is public when neither it nor its source says
 * @param judgedBy by what it is judged
 * @param judgement gives what was found; takes its time when it was thought that nobody would ask
 */
record Arrival(
        MappedRecord mapped,
        String payload,
        String payloadHash,
        String crosswalkHash,
        String origin,
        boolean isOpenByDefault,
        RuleDay judgedBy,
        Supplier<Judgement> judgement) {

    /**
     * What the rules say of it.
     *
     * @param obstacles why it cannot be placed; empty for a record that can
     * @param findings what should be looked at
     */
    record Judgement(List<Finding> obstacles, List<Finding> findings) {}

    /** Whether {@code version} came with the same text, mapped by the same crosswalk. */
    boolean is(StoredVersion version) {
        return version.payloadHash().equals(payloadHash)
                && version.crosswalkHash().equals(crosswalkHash);
    }

    /** Whether what was found of {@code version} would be found again. */
    boolean isJudgedAs(StoredVersion version) {
        return is(version)
                && version.judged()
                        .map(RuleDay::of)
                        .filter(earlier -> judgedBy.isCoveredBy(earlier, mapped))
                        .isPresent();
    }
}
