package io.musubi.text;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the journal, which another process may write, and lets the index follow. States that come while one is being
 * taken are taken together afterwards, so that nothing need be gathered.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    private final TextStore text;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread following;

    Follower(TextStore text) {
        this.text = text;
        this.following = Thread.ofPlatform().daemon().name("text-follower").start(this::follow);
    }

    private void follow() {
        Duration wait = LOOK;
        while (!isClosing(wait)) {
            try {
                text.look();
                wait = LOOK;
            } catch (RuntimeException e) {
                LOG.error("The text index could not follow the journal; next attempt in {}", AFTER_TROUBLE, e);
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
