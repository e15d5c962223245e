package io.musubi.service;

import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of a delivery. Every record that was read is counted once: {@link #read} is the sum of all outcomes. */
public final class IngestReport {
    private final String source;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Long> reasons = new TreeMap<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private long withdrawn;

    IngestReport(String source) {
        this.source = source;
    }

    /**
     * Something that could not be read.
     *
     * @param file which file
     * @param where the place in it
     * @param reason why, and what to do
     */
    public record Trouble(String file, String where, Text reason) {}

    /** The source's id. */
    public String source() {
        return source;
    }

    synchronized void count(Outcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    synchronized void reason(String rule) {
        reasons.merge(rule, 1L, Long::sum);
    }

    synchronized void trouble(Trouble trouble) {
        troubles.add(trouble);
    }

    synchronized void withdrawn(long count) {
        withdrawn = count;
    }

    /** How many records had {@code outcome}. */
    public synchronized long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** How many records were read: all outcomes together. */
    public synchronized long read() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Why records were set aside or unreadable, with how many for each reason. */
    public synchronized Map<String, Long> reasons() {
        return Map.copyOf(reasons);
    }

    /** What could not be read, in order. */
    public synchronized List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    /** Records of a complete delivery's source that were absent from it. */
    public synchronized long withdrawn() {
        return withdrawn;
    }
}
