package io.musubi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long one thing took, done again and again; in seconds. */
public final class Rounds {
    private static final double SECOND = 1e9;

    private final List<Double> sorted;

    /**
     * Takes the times as they were measured.
     *
     * @param nanos of each round; at least one
     */
    public Rounds(List<Long> nanos) {
        this.sorted = nanos.stream().sorted().map(it -> it / SECOND).toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
    }

    /** Times {@code task} so many times, and before that so many times without looking. */
    public static Rounds of(int warm, int rounds, Task task) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int i = -warm; i < rounds; i++) {
            long took = nanos(task);
            if (i >= 0) {
                nanos.add(took);
            }
        }
        return new Rounds(nanos);
    }

    static long nanos(Task task) throws Exception {
        long start = System.nanoTime();
        task.run();
        return System.nanoTime() - start;
    }

    /** What is measured. */
    @FunctionalInterface
    public interface Task {
        /** Does it once. */
        void run() throws Exception;
    }

    /** How many rounds were measured. */
    public int count() {
        return sorted.size();
    }

    /** The shortest. */
    public double min() {
        return at(0);
    }

    /** The one in the middle. */
    public double median() {
        return at(0.5);
    }

    /** The longest. */
    public double max() {
        return at(1);
    }

    /** The time within which a share of all rounds was done, such as 0.99. */
    public double at(double share) {
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }

    /** How many times as long as {@code other}, by medians. */
    public double ratioTo(Rounds other) {
        return median() / other.median();
    }

    /** The figures by name, in seconds. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rounds", count());
        json.put("min", min());
        json.put("median", median());
        json.put("max", max());
        return json;
    }
}
