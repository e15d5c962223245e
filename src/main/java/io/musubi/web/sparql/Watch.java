package io.musubi.web.sparql;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops queries that run too long; and, when memory gets short, the one that has asked for most. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long EVERY_MILLIS = 25;
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final Limits limits;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final NotificationListener afterCollection = (note, handback) -> {
        if (note.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            look(GarbageCollectionNotificationInfo.from((CompositeData) note.getUserData()));
        }
    };
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<NotificationEmitter> listened = new ArrayList<>();
    private volatile double occupied;

    Watch(Limits limits) {
        this.limits = limits;
        Thread.ofPlatform().daemon().name("query-watch").start(this::watch);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            // One that leaves the old generation alone counts what is garbage there as in use.
            boolean seesAll = Set.of(collector.getMemoryPoolNames()).containsAll(HEAP);
            if (seesAll && collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(afterCollection, null, null);
                listened.add(emitter);
            }
        }
    }

    void add(Running query) {
        running.add(query);
    }

    void remove(Running query) {
        running.remove(query);
    }

    /** How many queries are being evaluated, those included that do not stop. */
    int count() {
        return running.size();
    }

    /** Whether a query has gone on for long after it was told to stop. */
    boolean isStuck() {
        return running.stream().anyMatch(query -> query.untilGivenUp() < -STUCK_NANOS);
    }

    private void watch() {
        try {
            while (!closing.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        for (Running query : running) {
            if (query.isOverdue()) {
                query.stop(Refusals.time(limits));
            }
        }
        if (occupied > limits.memory()) {
            occupied = 0;
            stopTheLargest();
        }
    }

    /** What is still in use after a collection is in use; before one it may be anything. */
    private void look(GarbageCollectionNotificationInfo info) {
        long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> HEAP.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        occupied = (double) used / Runtime.getRuntime().maxMemory();
    }

    private void stopTheLargest() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        running.stream()
                .filter(query -> query.thread() >= 0 && query.reason().isEmpty())
                .max(Comparator.comparingLong(query -> threads.getThreadAllocatedBytes(query.thread())))
                .ifPresent(query -> {
                    LOG.warn("Memory is short: the query that asked for most is stopped");
                    query.stop(Refusals.memory());
                });
    }

    @Override
    public void close() {
        closing.countDown();
        listened.forEach(emitter -> {
            try {
                emitter.removeNotificationListener(afterCollection);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException("Was added when the watch began", e);
            }
        });
    }
}
