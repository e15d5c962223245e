package io.musubi.web;

import io.musubi.web.http.ProblemException;
import io.musubi.web.http.Problems;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many pages be made at once. Were all made together, each would wait for all others, and the heap would be full
 * of halves; the rest wait for their turn and hold next to nothing. A turn ends when the page is made: how long its
 * reader takes is no matter here.
 */
final class Turns {
    /** More than there are processors: some wait for the disk, or are slow searches and lists, which must not keep all out. */
    static final int AT_ONCE = 32;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /**
     * Waits for a turn.
     *
     * @return what the page is to be written to
     * @throws ProblemException when the wait was too long
     */
    Turn begin(HttpServletResponse response) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problems.busy().exception();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.busy().exception();
        }
        return new Turn(response);
    }

    /** The response of whoever has a turn: it is over when writing begins, or when it is closed. */
    final class Turn extends HttpServletResponseWrapper implements AutoCloseable {
        private boolean isOver;

        private Turn(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            close();
            return super.getOutputStream();
        }

        @Override
        public void close() {
            if (!isOver) {
                isOver = true;
                places.release();
            }
        }
    }
}
