package io.musubi.bench.flood;

import io.musubi.bench.Rounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A visitor who comes back ten times a second, and notes how long it takes. */
final class Probe implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;

    private final Client client;
    private final String name;
    private final List<String> paths;
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Visits the paths in turn until closed. */
    Probe(int port, String name, String... paths) {
        this.client = new Client(port);
        this.name = name;
        this.paths = List.of(paths);
        Thread.ofPlatform().daemon().name("probe-" + name).start(this::visit);
    }

    private void visit() {
        try {
            for (int i = 0; !closing.await(EVERY_MILLIS, TimeUnit.MILLISECONDS); i++) {
                Ending ending = client.get(name, paths.get(i % paths.size()));
                millis.add(ending.millis());
                if (!ending.how().equals("200")) {
                    failures.add(ending.query() + " " + ending.how());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets what was noted so far. */
    void restart() {
        millis.clear();
        failures.clear();
    }

    /** What it noted: visits, failures, and milliseconds. */
    String told() {
        if (millis.isEmpty()) {
            return name + ": not a single visit";
        }
        Rounds visits = new Rounds(
                List.copyOf(millis).stream().map(TimeUnit.MILLISECONDS::toNanos).toList());
        return "%s: %d visits, %d failed, median %.0f ms, p99 %.0f ms, max %.0f ms%s"
                .formatted(
                        name,
                        visits.count(),
                        failures.size(),
                        visits.median() * 1000,
                        visits.at(0.99) * 1000,
                        visits.max() * 1000,
                        failures.isEmpty() ? "" : " " + failures.subList(0, Math.min(3, failures.size())));
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
