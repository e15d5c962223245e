package io.musubi.web.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of an answer between the thread that evaluates and the one that serves. Up to a limit they are held back
 * until evaluation has ended; then they flow. A stopped query writes no more.
 */
final class Answer extends ServletOutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);
    private static final int CHUNK = 1 << 16;
    /** A reader who takes nothing for so long does not keep the place of others. */
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final byte[] END = new byte[0];

    /** What the serving thread waits for. */
    enum Readiness {
        /** Everything is there, or evaluation ended for a reason that {@link Running#reason()} tells. */
        ENDED,
        /** More than may be held back is there. */
        FLOWS
    }

    private final Running running;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final BlockingQueue<byte[]> flow = new ArrayBlockingQueue<>(32);
    private final CompletableFuture<Readiness> readiness = new CompletableFuture<>();

    Answer(Running running) {
        this.running = running;
    }

    CompletableFuture<Readiness> readiness() {
        return readiness;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (running.reason().isPresent()) {
            throw new IOException("The query was stopped");
        }
        held.write(bytes, from, length);
        if (readiness.isDone()
                ? held.size() >= CHUNK
                : held.size() > running.limits().held()) {
            push();
        }
    }

    private void push() throws IOException {
        offer(held.toByteArray());
        held.reset();
        readiness.complete(Readiness.FLOWS);
    }

    private void offer(byte[] bytes) throws IOException {
        long since = System.nanoTime();
        try {
            while (!flow.offer(bytes, 100, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - since > STALLED_NANOS) {
                    running.stop(Refusals.slow());
                }
                if (running.reason().isPresent()) {
                    throw new IOException("The query was stopped");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Evaluation has ended, well or not. */
    void end() {
        if (readiness.complete(Readiness.ENDED)) {
            return;
        }
        try {
            if (running.reason().isEmpty() && held.size() > 0) {
                push();
            }
            offer(END);
        } catch (IOException e) {
            LOG.debug("Stopped meanwhile; the serving thread sees the reason", e);
        }
    }

    /** Bytes of an answer that was held back to its end. */
    int length() {
        return held.size();
    }

    /** Writes all of an answer that was held back to its end. */
    void writeTo(OutputStream out) throws IOException {
        held.writeTo(out);
    }

    /**
     * Hands the rest of an answer that flows to {@code out}.
     *
     * @return whether it came to its end; if not, nothing may look like an end
     */
    boolean flow(OutputStream out) throws IOException, InterruptedException {
        while (running.reason().isEmpty() && running.untilGivenUp() > 0) {
            byte[] chunk = flow.poll(50, TimeUnit.MILLISECONDS);
            if (chunk != null && chunk.length == 0) {
                return running.reason().isEmpty();
            }
            if (chunk != null) {
                out.write(chunk);
            }
        }
        return false;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("Answers are written by a thread of their own");
    }
}
