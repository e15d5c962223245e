package io.musubi.bench;

import io.musubi.bench.invented.Version;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records through the nights: in each, one in a hundred changes and one in five hundred is deleted, by seeded chance. */
final class Nights {
    private static final int CHANGED = 100;
    private static final int DELETED = 500;

    private final int records;
    private final int[] revisions;
    private final BitSet deleted = new BitSet();
    private final SplittableRandom random;
    private int night;

    /**
     * All are as first delivered.
     *
     * @param records how many
     * @param seed of the choice
     */
    Nights(int records, long seed) {
        this.records = records;
        this.revisions = new int[records];
        this.random = new SplittableRandom(seed);
    }

    /** What is delivered in the next night; at least one record changes and one is deleted. */
    List<Version> next() {
        night++;
        int deletions = Math.max(1, records / DELETED);
        List<Version> delivered = new ArrayList<>();
        for (int index : chosen(deletions + Math.max(1, records / CHANGED))) {
            boolean isDeleted = delivered.size() < deletions;
            revisions[index] = night;
            deleted.set(index, isDeleted);
            delivered.add(new Version(index, night, isDeleted));
        }
        return delivered;
    }

    private Set<Integer> chosen(int many) {
        if (many > records - deleted.cardinality()) {
            throw new IllegalStateException("Of " + records + " records " + deleted.cardinality()
                    + " are deleted: too few are left for night " + night + "; take more records or fewer nights");
        }
        Set<Integer> chosen = new LinkedHashSet<>();
        while (chosen.size() < many) {
            int index = random.nextInt(records);
            if (!deleted.get(index)) {
                chosen.add(index);
            }
        }
        return chosen;
    }

    /** All records that are left, as they are now. */
    Stream<Version> current() {
        return IntStream.range(0, records)
                .filter(index -> !deleted.get(index))
                .mapToObj(index -> new Version(index, revisions[index], false));
    }
}
