package io.musubi.bench;

import io.musubi.bench.Rounds.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Something that is done again and again beside what is measured, at least once, and timed itself. */
final class Meanwhile implements AutoCloseable {
    private final Task task;
    private final Duration pause;
    private final List<Long> nanos = new ArrayList<>();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final FutureTask<Rounds> work = new FutureTask<>(this::repeat);
    private final Thread thread;

    /**
     * Begins.
     *
     * @param pause between two times
     */
    Meanwhile(String name, Duration pause, Task task) {
        this.task = task;
        this.pause = pause;
        this.thread = Thread.ofPlatform().daemon().name(name).start(work);
    }

    private Rounds repeat() throws Exception {
        do {
            nanos.add(Rounds.nanos(task));
        } while (!ending.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        return new Rounds(nanos);
    }

    /**
     * Ends it after the time that is under way.
     *
     * @return how long each time took
     * @throws ExecutionException when it failed meanwhile
     */
    Rounds end() throws ExecutionException, InterruptedException {
        ending.countDown();
        return work.get();
    }

    /** Ends it, and waits for the time that is under way, whatever comes of it. */
    @Override
    public void close() {
        ending.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
