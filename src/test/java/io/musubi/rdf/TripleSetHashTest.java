package io.musubi.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Hash;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TripleSetHashTest {
    /** {@link BigInteger} is the second opinion on the sum. */
    @Test
    void theHashIsTheSumOfTheHashesOfTheLines() {
        BigInteger modulus = BigInteger.ONE.shiftLeft(256);
        BigInteger expected = BigInteger.ZERO;
        TripleSetHash hash = TripleSetHash.empty();
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            String line = "line " + i;
            BigInteger number = new BigInteger(Hash.of(line).hex(), 16);
            if (random.nextBoolean()) {
                hash.add(line);
                expected = expected.add(number).mod(modulus);
            } else {
                hash.remove(line);
                expected = expected.subtract(number).mod(modulus);
            }
            assertThat(new BigInteger(hash.hex(), 16)).isEqualTo(expected);
        }
        assertThat(TripleSetHash.of(hash.hex()).hex()).isEqualTo(hash.hex()).hasSize(64);
    }

    @Test
    void whatIsAddedAndTakenAwayLeavesNothing() {
        TripleSetHash hash = TripleSetHash.empty();
        hash.addAll("a\nb\nc\n");
        hash.removeAll("c\na\nb\n");
        assertThat(hash.hex()).isEqualTo("0".repeat(64));
    }
}
