package io.musubi.bench.invented;

import java.util.List;
import java.util.SplittableRandom;

/** Chance with a memory: the same seed, kind of thing and number always draw the same. */
final class Draw {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private final SplittableRandom random;

    Draw(long seed, Object kind, long number) {
        this.random = new SplittableRandom((seed * GOLDEN + kind.hashCode()) * GOLDEN + number);
    }

    /** Below {@code bound}, all alike. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** True so many times in a hundred. */
    boolean percent(double share) {
        return random.nextDouble() * 100 < share;
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /**
     * The number of the part that is drawn, by weights.
     *
     * @param weights of parts 0, 1, 2 …; their sum does not matter
     */
    int part(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int at = random.nextInt(sum);
        int part = 0;
        while (at >= weights[part]) {
            at -= weights[part++];
        }
        return part;
    }

    /** Below {@code bound} with Zipf's skew: number n is drawn about in proportion to 1/(n+1). */
    int skewed(int bound) {
        return (int) Math.min(bound - 1, Math.pow(bound + 1.0, random.nextDouble()) - 1);
    }
}
