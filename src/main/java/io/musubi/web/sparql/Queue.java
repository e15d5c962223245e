package io.musubi.web.sparql;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a limited number of queries run, and a limited number wait for their turn, first come first served. */
final class Queue {
    private final Limits limits;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();

    Queue(Limits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce(), true);
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
