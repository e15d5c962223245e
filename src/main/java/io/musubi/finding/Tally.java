package io.musubi.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Groups findings by cause, most gained first; takes them record by record and keeps no more of each cause than is to be
 * shown.
 *
 * @param <T> what stands for a finding
 */
public final class Tally<T> {
    private final Function<T, Cause> cause;
    private final Predicate<T> isObstacle;
    private final int most;
    private final Map<Cause, Counted<T>> counted = new LinkedHashMap<>();

    private static final class Counted<T> {
        private Gain gain = Gain.NONE;
        private final List<T> items = new ArrayList<>();
    }

    /**
     * @param cause of a finding
     * @param isObstacle whether it sets its record aside
     * @param most how many of each cause are kept
     */
    public Tally(Function<T, Cause> cause, Predicate<T> isObstacle, int most) {
        this.cause = cause;
        this.isObstacle = isObstacle;
        this.most = most;
    }

    /** A tally of rows. */
    public static Tally<Row> ofRows(int most) {
        return new Tally<>(row -> Cause.of(row.finding()), Row::isObstacle, most);
    }

    /** Takes all findings of one record. */
    public void take(List<T> ofOneRecord) {
        Map<Cause, List<T>> byCause = new LinkedHashMap<>();
        ofOneRecord.forEach(it ->
                byCause.computeIfAbsent(cause.apply(it), c -> new ArrayList<>()).add(it));
        long obstacles = byCause.values().stream().filter(this::isObstacle).count();
        byCause.forEach((why, items) -> {
            Counted<T> counts = counted.computeIfAbsent(why, c -> new Counted<>());
            counts.gain = counts.gain.plus(obstacles == 1 && isObstacle(items), items.size());
            items.stream().limit(Math.max(0, most - counts.items.size())).forEach(counts.items::add);
        });
    }

    private boolean isObstacle(List<T> items) {
        return items.stream().anyMatch(isObstacle);
    }

    /** The groups so far, in order. */
    public List<Group<T>> groups() {
        return Group.ordered(counted.entrySet().stream()
                .map(it -> new Group<>(0, it.getKey(), it.getValue().gain, it.getValue().items))
                .toList());
    }
}
