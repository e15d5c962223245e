package io.musubi.ledger;

import io.musubi.model.MappedRecord;
import java.nio.charset.StandardCharsets;

/**
 * The texts of a version as the ledger keeps them, packed. To make them is a good part of the work of keeping a record,
 * and needs no ledger: any thread may, so that the one that writes the ledger need not.
 */
public final class VersionTexts {
    private final Packed payload;
    private final Packed mapped;

    private VersionTexts(Packed payload, Packed mapped) {
        this.payload = payload;
        this.mapped = mapped;
    }

    /**
     * Packs them.
     *
     * @param payload the record as it was delivered
     * @param mapped what it says
     */
    public static VersionTexts of(String payload, MappedRecord mapped) {
        return new VersionTexts(
                Packed.of(payload.getBytes(StandardCharsets.UTF_8)), Packed.of(RecordCodec.encode(mapped)));
    }

    Packed payload() {
        return payload;
    }

    Packed mapped() {
        return mapped;
    }
}
