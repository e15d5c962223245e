package io.musubi.graph;

import io.musubi.journal.Journal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the journal, which another process may write, and lets the graph follow. A state that comes after a pause is
 * shown at once. While one comes after the other they are gathered for a while and taken in one transaction, because
 * each transaction costs TDB2 a copy of every page it touches.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** No state within this time: the journal is quiet. */
    private static final Duration QUIET = Duration.ofMillis(500);

    /** States are gathered no longer than this. */
    private static final Duration GATHER = Duration.ofSeconds(3);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final GraphStore graph;
    private final Journal journal;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread following;
    private final Thread rebuilding;

    Follower(GraphStore graph, Journal journal) {
        this.graph = graph;
        this.journal = journal;
        this.following = Thread.ofPlatform().daemon().name("graph-follower").start(() -> repeat(this::follow, LOOK));
        this.rebuilding =
                Thread.ofPlatform().daemon().name("graph-rebuilder").start(() -> repeat(this::rebuild, QUIET));
    }

    private long lastSeen;
    private long lastSeenAt = System.nanoTime() - QUIET.toNanos();
    private long waitingSince;

    private void follow() {
        long newest = journal.state().number();
        long now = System.nanoTime();
        if (newest == graph.state().number()) {
            waitingSince = 0;
            return;
        }
        boolean news = newest != lastSeen;
        boolean quietBefore = now - lastSeenAt >= QUIET.toNanos();
        if (news) {
            lastSeen = newest;
            lastSeenAt = now;
        }
        if (waitingSince == 0) {
            waitingSince = now;
        }
        // What is to be forgotten does not wait for others.
        if (quietBefore || now - waitingSince >= GATHER.toNanos() || (news && graph.isForgettingWaiting())) {
            graph.follow(Progress.SILENT);
            waitingSince = 0;
        }
    }

    private void rebuild() {
        graph.whyRebuild().ifPresent(reason -> {
            LOG.info("The graph is built anew: {}", reason);
            graph.rebuild(Progress.SILENT);
        });
    }

    private void repeat(Runnable step, Duration pause) {
        Duration wait = pause;
        while (!isClosing(wait)) {
            try {
                step.run();
                wait = pause;
            } catch (RuntimeException e) {
                LOG.error("The graph could not follow the journal; next attempt in {}", AFTER_TROUBLE, e);
                wait = AFTER_TROUBLE;
            }
        }
    }

    private boolean isClosing(Duration wait) {
        try {
            return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends after the step that is under way. */
    @Override
    public void close() {
        closing.countDown();
        try {
            following.join();
            rebuilding.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
