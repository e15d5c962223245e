package io.musubi.graph;

import io.musubi.journal.Journal;
import io.musubi.journal.Repeating;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the journal, which another process may write, and lets the graph follow. A state that comes after a pause is
 * shown at once. While one comes after the other they are gathered for a while and taken in one transaction, because
 * each transaction costs TDB2 a copy of every page it touches. Swaps that nobody asked for have pauses in between, so that
 * many forgettings one after the other cost one.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** No state within this time: the journal is quiet. */
    private static final Duration QUIET = Duration.ofMillis(500);

    /** States are gathered no longer than this. */
    private static final Duration GATHER = Duration.ofSeconds(3);

    /** After a swap, one that nobody asked for waits so many times as long as that took: until then they are one. */
    private static final int REST = 5;

    private final GraphStore graph;
    private final Journal journal;
    private final Repeating following;
    private final Repeating rebuilding;

    Follower(GraphStore graph, Journal journal) {
        this.graph = graph;
        this.journal = journal;
        this.following = Repeating.start("graph-follower", LOOK, this::follow);
        this.rebuilding = Repeating.start("graph-rebuilder", QUIET, this::rebuild);
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

    private long restUntil = System.nanoTime();

    private void rebuild() {
        long begun = System.nanoTime();
        Optional<String> why = begun - restUntil >= 0 ? graph.whyRebuild() : graph.asked();
        if (why.isPresent()) {
            LOG.info("The graph is built anew: {}", why.get());
            graph.rebuild(Progress.SILENT);
            long ended = System.nanoTime();
            restUntil = ended + REST * (ended - begun);
        }
    }

    /** Ends after the step that is under way. */
    @Override
    public void close() {
        following.close();
        rebuilding.close();
    }
}
