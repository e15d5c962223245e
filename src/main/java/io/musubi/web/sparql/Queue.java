package io.musubi.web.sparql;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a limited number of callers in, a limited number of their queries run, and a limited number wait for their turn,
 * first come first served.
 */
final class Queue {
    /** So many more may be sending their query or reading their answer. */
    private static final int ON_THE_WAY = 64;

    private final Limits limits;
    private final Semaphore callers;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();

    Queue(Limits limits) {
        this.limits = limits;
        this.callers = new Semaphore(limits.atOnce() + limits.waiting() + ON_THE_WAY);
        this.places = new Semaphore(limits.atOnce(), true);
    }

    /** Lets a caller in, or refuses at once: slow ones must not take the threads that serve pages. */
    void admit() {
        if (!callers.tryAcquire()) {
            throw Refusals.busy(limits.atOnce()).exception();
        }
    }

    /** A caller who was let in has gone. */
    void dismiss() {
        callers.release();
    }

    /** Waits for a place; it is to be left by {@link #leave()} when evaluation has really ended. */
    void enter() {
        if (places.tryAcquire()) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > limits.waiting()
                    || !places.tryAcquire(limits.turn().toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusals.busy(limits.atOnce()).exception();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.busy(limits.atOnce()).exception();
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        places.release();
    }
}
