package io.musubi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.model.Key;
import io.musubi.model.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a transaction that failed leaves behind: nothing. */
class LedgerTest {
    private static final Key LOST = new Key(Kind.PERSON, "orcid", "0000-0001");
    private static final Key KEPT = new Key(Kind.PERSON, "orcid", "0000-0002");

    @TempDir
    Path folder;

    @Test
    void aNumberGivenInAFailedTransactionIsForgotten() {
        try (Ledger ledger = Ledger.open(folder)) {
            assertThatThrownBy(() -> ledger.transaction(() -> {
                        ledger.entities().identifier(LOST);
                        throw new IllegalStateException("broken on purpose");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            long kept = ledger.transaction(() -> ledger.entities().identifier(KEPT));
            long again = ledger.transaction(() -> ledger.entities().identifier(LOST));
            assertThat(again).isNotEqualTo(kept);
            assertThat(ledger.entities().key(kept)).isEqualTo(KEPT);
            assertThat(ledger.entities().key(again)).isEqualTo(LOST);
        }
    }
}
