package io.musubi.web;

import io.musubi.web.http.ProblemException;
import io.musubi.web.http.Problems;
import io.musubi.web.http.Wire;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends visits that take too long. A client that sends or reads a byte now and then is never idle, and holds a thread as
 * long as it likes; after the longest time that an answer and its way may take, its connection is broken off; sooner,
 * where many others wait.
 */
final class Patience implements AutoCloseable {
    private static final long EVERY_MILLIS = 250;

    /** Fewer than there are threads, so that /sparql and /health always find one. */
    private static final int MOST_PAGES = 120;

    /** No page takes so long to make: it is its reader who is slow. */
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final long nanos;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private final AtomicInteger pages = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param longest from the first to the last byte */
    Patience(Duration longest) {
        nanos = longest.toNanos();
        Thread.ofPlatform().daemon().name("patience").start(this::watch);
    }

    /**
     * Lets a visit happen.
     *
     * @param isPage whether it is one of those of which there may be only so many
     * @param answering what answers it
     * @throws ProblemException when there are too many, and all of them came just now
     */
    void during(HttpServletRequest request, boolean isPage, Runnable answering) {
        Visit visit = begin(request, isPage);
        try {
            answering.run();
        } finally {
            visit.end();
        }
    }

    private Visit begin(HttpServletRequest request, boolean isPage) {
        Visit visit = new Visit(request, System.nanoTime(), isPage);
        if (isPage && pages.incrementAndGet() > MOST_PAGES && !makesRoom()) {
            pages.decrementAndGet();
            throw Problems.busy().exception();
        }
        visits.add(visit);
        return visit;
    }

    /** Breaks off the page that has been on its way for longest, if that is long. */
    private boolean makesRoom() {
        Optional<Visit> oldest =
                visits.stream().filter(visit -> visit.isPage).min(Comparator.comparingLong(visit -> visit.since));
        return oldest.isPresent() && oldest.get().breakOffAfter(LONG_NANOS);
    }

    private void watch() {
        try {
            while (!closing.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                visits.forEach(visit -> visit.breakOffAfter(nanos));
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
    private final class Visit {
        private final HttpServletRequest request;
        private final long since;
        private final boolean isPage;
        private boolean isOver;

        private Visit(HttpServletRequest request, long since, boolean isPage) {
            this.request = request;
            this.since = since;
            this.isPage = isPage;
        }

        /** Under the same lock as {@link #end()}: afterwards the connection may already carry the next request. */
        private synchronized boolean breakOffAfter(long longest) {
            boolean isTooLong = !isOver && System.nanoTime() - since > longest;
            if (isTooLong) {
                isOver = true;
                Wire.breakOff(request);
            }
            return isTooLong;
        }

        private synchronized void end() {
            isOver = true;
            if (visits.remove(this) && isPage) {
                pages.decrementAndGet();
            }
        }
    }
}
