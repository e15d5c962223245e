package io.musubi.web.sparql;

import io.musubi.web.http.Wire;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Answers on their way to callers who may read slowly. Together they may keep so many bytes; above that the one that has
 * been on its way for longest is broken off, so that slow readers only stand in the way of slow readers.
 */
final class Handing {
    private final long most;
    private final Deque<Parcel> parcels = new ArrayDeque<>();
    private long bytes;

    /** @param most bytes of all answers together */
    Handing(long most) {
        this.most = most;
    }

    /** Writes an answer of so many bytes by {@code writing}. */
    void over(HttpServletRequest request, int length, Writing writing) throws IOException {
        Parcel parcel = new Parcel(request, length);
        take(parcel);
        try {
            writing.write();
        } finally {
            put(parcel);
        }
    }

    private synchronized void take(Parcel parcel) {
        parcels.add(parcel);
        bytes += parcel.length;
        while (bytes > most && parcels.size() > 1) {
            Parcel oldest = parcels.remove();
            bytes -= oldest.length;
            Wire.breakOff(oldest.request);
        }
    }

    private synchronized void put(Parcel parcel) {
        if (parcels.remove(parcel)) {
            bytes -= parcel.length;
        }
    }

    /** What writes one answer. */
    interface Writing {
        void write() throws IOException;
    }

    /** Each is only equal to itself. */
    private static final class Parcel {
        private final HttpServletRequest request;
        private final int length;

        Parcel(HttpServletRequest request, int length) {
            this.request = request;
            this.length = length;
        }
    }
}
