package io.musubi.bench.flood;

import java.io.IOException;

/** A server over which the flood comes. */
public interface Target {
    /** Where it listens, on this machine. */
    int port();

    /** Whether it is still there: out of memory it would have ended. */
    boolean isAlive();

    /** Megabytes of heap in use after the collection that left most. */
    long mostHeap() throws IOException;
}
