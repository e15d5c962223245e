package io.musubi.web;

import io.musubi.web.http.Wire;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends visits that take too long. A client that sends or reads a byte now and then is never idle, and holds a thread as
 * long as it likes; after the longest time that an answer and its way may take, its connection is broken off.
 */
final class Patience implements AutoCloseable {
    private static final long EVERY_MILLIS = 250;

    private final long nanos;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param longest from the first to the last byte */
    Patience(Duration longest) {
        nanos = longest.toNanos();
        Thread.ofPlatform().daemon().name("patience").start(this::watch);
    }

    /** A visit begins; it is to be closed when it ends. */
    Visit begin(HttpServletRequest request) {
        Visit visit = new Visit(request, System.nanoTime() + nanos);
        visits.add(visit);
        return visit;
    }

    private void watch() {
        try {
            while (!closing.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                visits.forEach(Visit::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }

    /** One request, while it is answered. */
    final class Visit implements AutoCloseable {
        private final HttpServletRequest request;
        private final long until;
        private boolean isOver;

        private Visit(HttpServletRequest request, long until) {
            this.request = request;
            this.until = until;
        }

        /** Under the same lock as {@link #close()}: afterwards the connection may already carry the next request. */
        private synchronized void look() {
            if (!isOver && System.nanoTime() - until > 0) {
                isOver = true;
                Wire.breakOff(request);
            }
        }

        @Override
        public synchronized void close() {
            isOver = true;
            visits.remove(this);
        }
    }
}
