package io.musubi.rdf;

import io.musubi.model.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The hash of a set of triples, kept incrementally: the sum modulo 2^256 of the SHA-256 of each canonical N-Triples
 * line. Order does not matter; adding and then removing a triple changes nothing. It finds damage and loss; it is no
 * proof against somebody who may choose the triples (sums of hashes can be steered with effort).
 */
public final class TripleSetHash {
    private static final int WORDS = 4;
    private static final int HEX_DIGITS = WORDS * Long.BYTES * 2;

    private final MessageDigest digest = Hash.digest();

    /** The number in words of 64 bits, the lowest first. */
    private final long[] sum = new long[WORDS];

    private TripleSetHash() {}

    /** The hash of no triples: 64 zeros. */
    public static TripleSetHash empty() {
        return new TripleSetHash();
    }

    /** Continues from {@link #hex()}. */
    public static TripleSetHash of(String hex) {
        if (hex.length() != HEX_DIGITS) {
            throw new IllegalArgumentException("Expected " + HEX_DIGITS + " hexadecimal digits, found: " + hex);
        }
        TripleSetHash hash = new TripleSetHash();
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        for (int i = WORDS - 1; i >= 0; i--) {
            hash.sum[i] = bytes.getLong();
        }
        return hash;
    }

    /** Adds one line (without line feed). */
    public void add(String line) {
        add(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes one line away. */
    public void remove(String line) {
        remove(line.getBytes(StandardCharsets.UTF_8));
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
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (int i = WORDS - 1; i >= 0; i--) {
            bytes.putLong(sum[i]);
        }
        return HexFormat.of().formatHex(bytes.array());
    }

    private void add(byte[] line) {
        ByteBuffer number = ByteBuffer.wrap(digest.digest(line));
        long carry = 0;
        for (int i = 0; i < WORDS; i++) {
            long word = number.getLong((WORDS - 1 - i) * Long.BYTES);
            long total = sum[i] + word;
            long over = Long.compareUnsigned(total, word) < 0 ? 1 : 0;
            sum[i] = total + carry;
            carry = over + (Long.compareUnsigned(sum[i], total) < 0 ? 1 : 0);
        }
    }

    private void remove(byte[] line) {
        ByteBuffer number = ByteBuffer.wrap(digest.digest(line));
        long borrow = 0;
        for (int i = 0; i < WORDS; i++) {
            long word = number.getLong((WORDS - 1 - i) * Long.BYTES);
            long left = sum[i] - word;
            long under = Long.compareUnsigned(sum[i], word) < 0 ? 1 : 0;
            sum[i] = left - borrow;
            borrow = under + (Long.compareUnsigned(left, borrow) < 0 ? 1 : 0);
        }
    }
}
