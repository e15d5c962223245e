package io.musubi.service;

import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.ledger.LedgerSnapshot;
import java.util.Optional;

/**
 * Ledger and journal at moments that belong together, whoever writes meanwhile.
 *
 * <p>Nobody is stopped for it. A reader of the ledger sees one moment of it, and so does a reader of the journal that
 * begins after it. These two belong together when the journal has taken no commit that the ledger does not know yet; it
 * has all that the ledger no longer keeps for it, since it is told first. Else a commit fell between the two, and they
 * are read again.
 *
 * @param ledger then
 * @param journal then
 */
record Moment(LedgerSnapshot ledger, Snapshot journal) implements AutoCloseable {
    private static final int TRIES = 500;
    private static final int PREFERABLY_SETTLED = 100;
    private static final long PAUSE = 20;

    /**
     * One of those; where there is a choice, one in which nothing waits in the ledger.
     *
     * @throws StoreException when there is none: the ledger is older than the journal
     */
    static Moment of(Folders folders, Journal journal) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Moment> moment = attempt(folders, journal, attempt >= PREFERABLY_SETTLED);
            if (moment.isPresent()) {
                return moment.get();
            }
            pause();
        }
        try (LedgerSnapshot ledger = LedgerSnapshot.of(folders.ledger())) {
            throw Losses.ofLedger(folders, ledger.lastCommit(), journal.lastCommit());
        }
    }

    private static Optional<Moment> attempt(Folders folders, Journal journal, boolean mayWait) {
        Moment moment = Closing.guard(closing -> {
            LedgerSnapshot ledger = closing.add(LedgerSnapshot.of(folders.ledger()));
            return new Moment(ledger, closing.add(journal.snapshot()));
        });
        boolean belongs = moment.journal.lastCommit() <= moment.ledger.lastCommit();
        if (belongs && (mayWait || !moment.isWaiting())) {
            return Optional.of(moment);
        }
        moment.close();
        return Optional.empty();
    }

    /** Whether the ledger has a commit that the journal has not taken. */
    boolean isWaiting() {
        return ledger.hasWaiting();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a moment of ledger and journal", e);
        }
    }

    @Override
    public void close() {
        try {
            journal.close();
        } finally {
            ledger.close();
        }
    }
}
