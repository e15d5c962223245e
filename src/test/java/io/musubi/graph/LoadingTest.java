package io.musubi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.system.progress.ProgressMonitor;
import org.apache.jena.system.progress.ProgressMonitorFactory;
import org.junit.jupiter.api.Test;

/** What the loader tells, by the library that tells it. */
class LoadingTest {
    private final List<Long> told = new ArrayList<>();
    private final Loading loading = new Loading(
            (done, total) -> {
                assertThat(total).isEqualTo(1_000);
                told.add(done);
            },
            1_000);

    @Test
    void sortingIsAQuarterOfTheWay() {
        loading.take(500, 200);
        loading.take(500, 200);
        sort("Index", 400);
        loading.end();
        assertThat(told).containsExactly(375L, 750L, 812L, 875L, 937L, 1_000L);
    }

    @Test
    void whatIsSortedAfterwardsIsNoStepBack() {
        loading.take(1_000, 400);
        sort("Index", 300);
        sort("Index", 200);
        loading.end();
        assertThat(told).containsExactly(750L, 812L, 875L, 937L, 1_000L);
    }

    @Test
    void nothingElseCounts() {
        loading.take(1_000, 400);
        sort("Data", 400);
        loading.end();
        assertThat(told).containsExactly(750L, 1_000L);
    }

    private void sort(String label, int statements) {
        ProgressMonitor monitor = ProgressMonitorFactory.progressMonitor(label, loading, 100, 10);
        monitor.start();
        for (int i = 0; i < statements; i++) {
            monitor.tick();
        }
        monitor.finish();
    }
}
