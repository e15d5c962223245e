package io.musubi.rdf;

import io.musubi.model.Hash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * The hash of a set of triples, kept incrementally: the sum modulo 2^256 of the SHA-256 of each canonical N-Triples
 * line. Order does not matter; adding and then removing a triple changes nothing. It finds damage and loss; it is no
 * proof against somebody who may choose the triples (sums of hashes can be steered with effort).
 */
public final class TripleSetHash {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private BigInteger sum;

    private TripleSetHash(BigInteger sum) {
        this.sum = sum;
    }

    /** The hash of no triples: 64 zeros. */
    public static TripleSetHash empty() {
        return new TripleSetHash(BigInteger.ZERO);
    }

    /** Continues from {@link #hex()}. */
    public static TripleSetHash of(String hex) {
        return new TripleSetHash(new BigInteger(hex, 16));
    }

    /** Adds one line (without line feed). */
    public void add(String line) {
        sum = sum.add(number(line)).mod(MODULUS);
    }

    /** Takes one line away. */
    public void remove(String line) {
        sum = sum.subtract(number(line)).mod(MODULUS);
    }

    /** Adds every line of {@code lines}, each ended by a line feed. */
    public void addAll(String lines) {
        lines.lines().forEach(this::add);
    }

    /** Takes every line of {@code lines} away. */
    public void removeAll(String lines) {
        lines.lines().forEach(this::remove);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        String digits = sum.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    private static BigInteger number(String line) {
        return new BigInteger(1, Hash.digest().digest(line.getBytes(StandardCharsets.UTF_8)));
    }
}
