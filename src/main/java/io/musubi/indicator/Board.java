package io.musubi.indicator;

import io.musubi.graph.GraphStore;
import io.musubi.model.State;
import io.musubi.model.Text;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indicators of one process with their newest figures. After the graph has moved on and come to rest they are
 * computed again in the background, one after the other; until then the last figures stay, with the state they were
 * computed at. Safe for many threads.
 */
public final class Board implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Board.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** A graph that has not moved for so long is at rest. */
    private static final Duration REST = Duration.ofMillis(500);

    /** A graph that does not come to rest is not waited for longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Between two computations it rests so many times as long as the first took: others want the processors too. */
    private static final int PAUSE = 4;

    private final Indicators indicators;
    private final GraphFigures graph;
    private final GraphFigures lists;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch first = new CountDownLatch(1);
    private final Thread computing;

    /**
     * How an indicator stands.
     *
     * @param figures the last that could be computed
     * @param trouble why newer ones could not be, if so
     */
    public record Standing(Optional<Figures> figures, Optional<Text> trouble) {}

    private Board(Indicators indicators, GraphStore store) {
        this.indicators = indicators;
        this.graph = new GraphFigures(store, Calculation.TIME);
        this.lists = new GraphFigures(store, Calculation.LIST_TIME);
        this.computing = Thread.ofPlatform().daemon().name("indicators").start(this::follow);
    }

    /** Begins to compute and to follow {@code graph}, until it is closed. */
    public static Board of(Indicators indicators, GraphStore graph) {
        return new Board(indicators, graph);
    }

    /** The indicators. */
    public Indicators indicators() {
        return indicators;
    }

    /** Where the lists behind the numbers come from. */
    public GraphFigures lists() {
        return lists;
    }

    /**
     * How an indicator stands; waits while it has not been computed at all, at most {@code patience}.
     *
     * @return empty when it is not computed yet
     */
    public Optional<Standing> standing(String id, Duration patience) {
        Standing standing = standings.get(id);
        if (standing == null) {
            await(first, patience);
            standing = standings.get(id);
        }
        return Optional.ofNullable(standing);
    }

    private void follow() {
        Optional<State> shown = Optional.empty();
        State seen = graph.state();
        long seenAt = System.nanoTime();
        long waitingSince = seenAt;
        long restUntil = seenAt;
        while (true) {
            State now = graph.state();
            long time = System.nanoTime();
            if (!now.equals(seen)) {
                waitingSince = shown.equals(Optional.of(seen)) ? time : waitingSince;
                seen = now;
                seenAt = time;
            }
            boolean isDue = time - seenAt >= REST.toNanos() || time - waitingSince >= PATIENCE.toNanos();
            boolean isRested = time - restUntil >= 0;
            if (shown.isEmpty() || (!shown.equals(Optional.of(now)) && isDue && isRested)) {
                compute();
                first.countDown();
                shown = Optional.of(now);
                long ended = System.nanoTime();
                restUntil = ended + PAUSE * (ended - time);
            }
            if (await(closing, LOOK)) {
                return;
            }
        }
    }

    private void compute() {
        for (Indicator indicator : indicators.all()) {
            if (closing.getCount() == 0) {
                return;
            }
            standings.merge(indicator.id(), compute(indicator), Board::keep);
        }
    }

    /** Figures that could not be made again stay. */
    private static Standing keep(Standing old, Standing young) {
        return young.figures().isPresent() ? young : new Standing(old.figures(), young.trouble());
    }

    private Standing compute(Indicator indicator) {
        try {
            return new Standing(Optional.of(graph.figures(indicator)), Optional.empty());
        } catch (OverLimit e) {
            if (closing.getCount() > 0) {
                LOG.warn("The indicator {} was not computed: {}", indicator.id(), e.getMessage());
            }
            return new Standing(Optional.empty(), Optional.of(e.why()));
        } catch (RuntimeException e) {
            LOG.error("The indicator {} could not be computed", indicator.id(), e);
            return new Standing(
                    Optional.empty(), Optional.of(new Text("計算中に障害が起きました。", "Something went wrong while computing.")));
        }
    }

    /** Whether the latch opened in time. */
    private static boolean await(CountDownLatch latch, Duration patience) {
        try {
            return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Stops what is being computed. */
    @Override
    public void close() {
        closing.countDown();
        graph.stop();
        lists.stop();
        try {
            computing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
