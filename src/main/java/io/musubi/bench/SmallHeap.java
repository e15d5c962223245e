package io.musubi.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.musubi.mapping.Crosswalks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Reads and maps a delivery in a process of its own, whose heap is {@value #HEAP}: whatever the size, it must fit. */
final class SmallHeap {
    private static final String HEAP = "-Xmx256m";
    private static final Set<String> HEAP_POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());

    private SmallHeap() {}

    /**
     * What a process of its own said.
     *
     * @param records mapped
     * @param peakMegabytes the most that was still in use after a collection; 0 when there was none
     */
    record Outcome(long records, long peakMegabytes) {}

    /** Starts the process and waits for it. */
    static Outcome map(Path home, Delivery delivery) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(HEAP, "-Xss4m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                SmallHeap.class.getName(), home.toString(), delivery.file().toString()));
        command.add(delivery.crosswalk().format());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("With " + HEAP + ": " + said);
        }
        String[] numbers = said.substring(said.lastIndexOf('\n') + 1).split(" ", 2);
        return new Outcome(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    /** The process: home, file, format. */
    public static void main(String[] args) throws IOException {
        AtomicLong peak = new AtomicLong();
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(it -> ((NotificationEmitter) it)
                        .addNotificationListener(
                                (notice, none) -> peak.accumulateAndGet(used(notice), Math::max), null, null));
        Delivery delivery = Delivery.of(Path.of(args[1]), Crosswalks.load(Path.of(args[0])), args[2]);
        long records = delivery.map(record -> {});
        System.out.println(records + " " + (peak.get() >> 20));
    }

    private static long used(Notification notice) {
        return GarbageCollectionNotificationInfo.from((CompositeData) notice.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc()
                .entrySet()
                .stream()
                .filter(pool -> HEAP_POOLS.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }
}
