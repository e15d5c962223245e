package io.musubi.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import javax.management.NotificationEmitter;

/** The most heap that was still in use after a garbage collection: what is held, not what is thrown away. */
final class PeakHeap {
    private volatile long most;

    PeakHeap() {
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((notification, context) -> look(), null, null);
            }
        });
    }

    private void look() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        long used = 0;
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            used += after == null ? 0 : after.getUsed();
        }
        most = Math.max(most, used);
    }

    long bytes() {
        look();
        return most;
    }
}
