package io.musubi.model;

import java.time.Instant;

/**
 * A state of the public graph.
 *
 * @param number counted from 1; 0 is the empty graph before the first commit
 * @param time when it was committed
 * @param hash 64 hexadecimal digits: the sum modulo 2^256 of the SHA-256 of every public triple's canonical N-Triples
 *     line without its line feed
 */
public record State(long number, Instant time, String hash) {
    /** The state id shown at every door: the number, a hyphen and the first 16 digits of the hash. */
    public String id() {
        return number + "-" + hash.substring(0, 16);
    }
}
