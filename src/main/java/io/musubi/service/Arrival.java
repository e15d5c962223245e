package io.musubi.service;

import io.musubi.model.Finding;
import io.musubi.model.MappedRecord;
import java.util.List;

/**
 * A record at the door of the ledger: mapped and checked.
 *
 * @param mapped what it says
 * @param payload its source text, as the ledger keeps it
 * @param crosswalkHash of the crosswalk that mapped it
 * @param origin file and place, for stewards
 * @param isOpenByDefault whether it is public when neither it nor its source says
 * @param obstacles why it cannot be placed; empty for a record that can
 * @param findings what should be looked at
 */
record Arrival(
        MappedRecord mapped,
        String payload,
        String crosswalkHash,
        String origin,
        boolean isOpenByDefault,
        List<Finding> obstacles,
        List<Finding> findings) {}
