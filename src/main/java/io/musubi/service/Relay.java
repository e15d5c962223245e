package io.musubi.service;

import io.musubi.journal.Journal;
import io.musubi.ledger.Ledger;
import io.musubi.model.DocumentChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Tells the journal what the ledger has committed, one commit behind: while the journal takes one, the ledger makes the
 * next. Used by the thread that writes the ledger. Whatever is lost on the way waits in the ledger.
 */
final class Relay implements AutoCloseable {
    private final Ledger ledger;
    private final Journal journal;
    private final ExecutorService telling = Executors.newSingleThreadExecutor();
    private Optional<Future<Long>> running = Optional.empty();

    Relay(Ledger ledger, Journal journal) {
        this.ledger = ledger;
        this.journal = journal;
    }

    /** Begins to tell what waits, once what came before has been taken. */
    void begin() {
        await();
        for (long number : ledger.waitingCommits()) {
            await();
            Instant time = ledger.commitTime(number);
            List<DocumentChange> changes = ledger.waitingChanges(number);
            running = Optional.of(telling.submit(() -> {
                journal.append(number, time, changes);
                return number;
            }));
        }
    }

    /** Waits until everything begun is taken. */
    void await() {
        if (running.isPresent()) {
            try {
                ledger.taken(running.get().get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the journal takes a commit", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("The journal could not take a commit", e.getCause());
            } finally {
                running = Optional.empty();
            }
        }
    }

    /** Lets the journal end what it has begun. */
    @Override
    public void close() {
        telling.close();
    }
}
