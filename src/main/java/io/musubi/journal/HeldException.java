package io.musubi.journal;

import java.nio.file.Path;

/** Somebody else writes here already. */
public final class HeldException extends RuntimeException {
    private final transient Path lock;
    private final String holder;

    HeldException(Path lock, String holder) {
        super(
                "Only one process may write here at a time (" + lock + "). It is held by " + holder
                        + ". Wait for it to end, then try again; a server answers meanwhile at its own /sparql and /indicators.");
        this.lock = lock;
        this.holder = holder;
    }

    /** The lock file. */
    public Path lock() {
        return lock;
    }

    /** Who holds it: process number, host, since when, command. */
    public String holder() {
        return holder;
    }
}
