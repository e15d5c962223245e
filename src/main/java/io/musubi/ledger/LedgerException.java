package io.musubi.ledger;

/** The ledger could not be read or written: a full disk, a damaged file, another writer. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerException(String doing, Throwable cause) {
        super(
                "The ledger failed at: " + doing + " (" + cause.getMessage()
                        + "); 'musubi doctor' says whether it is damaged",
                cause);
    }

    LedgerException(String message) {
        super(message);
    }
}
