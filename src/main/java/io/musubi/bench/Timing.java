package io.musubi.bench;

import com.sun.management.OperatingSystemMXBean;
import io.musubi.bench.Rounds.Task;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Peers side by side: every round runs each of them once, so that what disturbs the machine disturbs all. The first is
 * the yardstick of the others.
 */
public final class Timing {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final String title;
    private final String items;
    private final List<Peer> peers = new ArrayList<>();

    private record Peer(String name, long items, Task task, List<Long> nanos, List<Long> cpu) {
        Rounds rounds() {
            return new Rounds(nanos);
        }

        void round(boolean isCounted) throws Exception {
            long before = PROCESS.getProcessCpuTime();
            long took = Rounds.nanos(task);
            if (isCounted) {
                nanos.add(took);
                cpu.add(PROCESS.getProcessCpuTime() - before);
            }
        }
    }

    /**
     * Nothing is measured yet.
     *
     * @param title stands above the table
     * @param items what is counted: records, statements …
     */
    public Timing(String title, String items) {
        this.title = title;
        this.items = items;
    }

    /** Adds one that does {@code count} items each time. */
    public Timing peer(String name, long count, Task task) {
        peers.add(new Peer(name, count, task, new ArrayList<>(), new ArrayList<>()));
        return this;
    }

    /** Runs all of them {@code warm} times without looking, then {@code rounds} times. */
    public Timing run(int warm, int rounds) throws Exception {
        for (int i = -warm; i < rounds; i++) {
            for (Peer peer : peers) {
                peer.round(i >= 0);
            }
        }
        return this;
    }

    /** What was measured of {@code name}. */
    public Rounds rounds(String name) {
        return peers.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .rounds();
    }

    /**
     * A line for each peer: seconds, seconds of computing (of all threads: what a busy machine would need were it not
     * busy), items a second, and how many times the yardstick's time it took.
     */
    public Report report() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-36s%9s%9s%9s%9s%14s%8s",
                title,
                "min s",
                "median",
                "max",
                "cpu",
                items + "/s",
                "ratio"));
        Map<String, Object> json = new LinkedHashMap<>();
        Rounds yardstick = peers.getFirst().rounds();
        for (Peer peer : peers) {
            Rounds it = peer.rounds();
            double each = peer.items() / it.median();
            double ratio = it.ratioTo(yardstick);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-34s%9.3f%9.3f%9.3f%9.3f%,14.0f%8.2f",
                    peer.name(),
                    it.min(),
                    it.median(),
                    it.max(),
                    new Rounds(peer.cpu()).median(),
                    each,
                    ratio));
            Map<String, Object> row = it.json();
            row.put("cpu", new Rounds(peer.cpu()).median());
            row.put(items, peer.items());
            row.put(items + "PerSecond", each);
            row.put("ratio", ratio);
            json.put(peer.name(), row);
        }
        return new Report(lines, Map.of(title, json));
    }
}
