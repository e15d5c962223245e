package io.musubi.web.sparql;

import io.musubi.model.State;
import io.musubi.web.http.Problem;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * One query on its way. Whoever finds a reason to stop it says so here; everything that evaluates it looks here often.
 * The first reason stands.
 */
final class Running {
    /** Where evaluation finds it in Jena's context. */
    static final Symbol SYMBOL = Symbol.create("https://w3id.org/musubi/running");

    private final Limits limits;
    private final long start = System.nanoTime();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<@Nullable Problem> reason = new AtomicReference<>();
    private volatile @Nullable State state;
    private volatile long thread = -1;

    Running(Limits limits) {
        this.limits = limits;
    }

    /** The query that is evaluated in {@code context}. */
    static Running of(Context context) {
        Running running = context.get(SYMBOL);
        if (running == null) {
            throw new IllegalStateException("Only queries that came through the door are evaluated");
        }
        return running;
    }

    Limits limits() {
        return limits;
    }

    /** The flag that Jena's iterators look at. */
    AtomicBoolean signal() {
        return stopped;
    }

    /** Stops the query, or does nothing when it is stopped already. */
    void stop(Problem why) {
        reason.compareAndSet(null, why);
        stopped.set(true);
    }

    /** Stops the query from within its evaluation. */
    QueryCancelledException refuse(Problem why) {
        stop(why);
        return new QueryCancelledException();
    }

    /** Goes on, or throws when the query is stopped. Cheap: called for every triple and value. */
    void check() {
        if (stopped.get()) {
            throw new QueryCancelledException();
        }
    }

    /** Why it was stopped; empty while nothing is wrong. */
    Optional<Problem> reason() {
        return Optional.ofNullable(reason.get());
    }

    boolean isOverdue() {
        return System.nanoTime() - start > limits.time().toNanos();
    }

    /** Nanoseconds until the caller gets an answer whatever evaluation does. */
    long untilGivenUp() {
        return start + limits.time().toNanos() + limits.grace().toNanos() - System.nanoTime();
    }

    /** Evaluation begins, in the present thread, at {@code at}. */
    void begins(State at) {
        state = at;
        thread = Thread.currentThread().threadId();
    }

    /** The state of the graph that is asked; empty until evaluation begins. */
    Optional<State> state() {
        return Optional.ofNullable(state);
    }

    /** The id of the thread that evaluates; -1 until it begins. */
    long thread() {
        return thread;
    }
}
