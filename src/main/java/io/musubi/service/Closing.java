package io.musubi.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/** Things that were opened one after the other, to be closed in the opposite order. */
final class Closing implements AutoCloseable {
    private interface Step {
        void run() throws Exception;
    }

    private final Deque<Step> steps = new ArrayDeque<>();

    /** What {@code opening} opens stays open; when it throws, all that was added until then is closed. */
    static <T> T guard(Function<Closing, T> opening) {
        Closing closing = new Closing();
        try {
            return opening.apply(closing);
        } catch (RuntimeException | Error e) {
            try {
                closing.close();
            } catch (RuntimeException further) {
                e.addSuppressed(further);
            }
            throw e;
        }
    }

    <T extends AutoCloseable> T add(T opened) {
        steps.push(opened::close);
        return opened;
    }

    /** Closes all, whatever one of them throws. */
    @Override
    public void close() {
        if (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.run();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("Closing failed", e);
            } finally {
                close();
            }
        }
    }
}
