package io.musubi.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.web.http.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The last resorts: queries behind their end, and answers that nobody takes. */
@Timeout(60)
class WatchTest {
    /** A query that began so long ago. */
    private static Running begun(Duration before) {
        return new Running(Limits.standard().withTime(before.negated()));
    }

    @Test
    void aQueryPastItsTimeIsStopped() throws Exception {
        Running late = begun(Duration.ofSeconds(1));
        Running early = new Running(Limits.standard());
        try (Watch watch = new Watch(Limits.standard())) {
            watch.add(early);
            watch.add(late);
            while (late.reason().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        assertThat(late.reason()).map(Problem::type).contains("time-limit");
        assertThat(early.reason()).isEmpty();
    }

    @Test
    void aQueryThatGoesOnLongBehindItsEndIsStuck() {
        Running late = begun(Duration.ofSeconds(20));
        Running stuck = begun(Duration.ofSeconds(40));
        try (Watch watch = new Watch(Limits.standard())) {
            watch.add(late);
            assertThat(watch.isStuck()).isFalse();
            watch.add(stuck);
            assertThat(watch.isStuck()).isTrue();
            watch.remove(stuck);
            assertThat(watch.isStuck()).isFalse();
        }
    }

    @Test
    void anAnswerThatNobodyTakesIsGivenUp() {
        Running running = new Running(Limits.standard().withAnswers(1, 1, 1));
        Answer answer = new Answer(running);
        byte[] chunk = new byte[1 << 16];

        assertThatThrownBy(() -> {
                    while (true) {
                        answer.write(chunk, 0, chunk.length);
                    }
                })
                .isInstanceOf(IOException.class);

        assertThat(running.reason()).map(Problem::type).contains("slow-reader");
    }
}
