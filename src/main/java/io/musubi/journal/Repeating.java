package io.musubi.journal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step that is taken again and again, in a thread of its own, until this is closed: how a view looks whether the
 * journal, which another process may write, has moved on.
 */
public final class Repeating implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final String name;
    private final Duration pause;
    private final Runnable step;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Repeating(String name, Duration pause, Runnable step) {
        this.name = name;
        this.pause = pause;
        this.step = step;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::repeat);
    }

    /**
     * Begins.
     *
     * @param name of the thread, also in the log
     * @param pause between two steps; after one that failed it is longer
     */
    public static Repeating start(String name, Duration pause, Runnable step) {
        return new Repeating(name, pause, step);
    }

    private void repeat() {
        Duration wait = pause;
        while (!isClosing(wait)) {
            try {
                step.run();
                wait = pause;
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("{} failed, next attempt in {} s: {}", name, AFTER_TROUBLE.toSeconds(), e.toString());
                LOG.debug("{} failed", name, e);
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
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
