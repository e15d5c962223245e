package io.musubi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.bench.invented.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changes in the nights, and what is left of it. */
class NightsTest {
    @Test
    void theSameSeedChangesTheSameRecords() {
        assertThat(deliveries(1_000, 5)).isEqualTo(deliveries(1_000, 5)).isNotEqualTo(deliveries(1_000, 6));
    }

    private static List<List<Version>> deliveries(int records, long seed) {
        Nights nights = new Nights(records, seed);
        return List.of(nights.next(), nights.next(), nights.next());
    }

    @Test
    void oneInAHundredChangesAndOneInFiveHundredIsDeleted() {
        List<Version> night = new Nights(5_000, 1).next();
        assertThat(night).filteredOn(Version::isDeleted).hasSize(10);
        assertThat(night).filteredOn(it -> !it.isDeleted()).hasSize(50);
        assertThat(night).extracting(Version::index).doesNotHaveDuplicates();
    }

    @Test
    void whatIsLeftIsTheLatestOfEachThatWasNotDeleted() {
        Nights nights = new Nights(500, 1);
        Map<Long, Version> expected = new HashMap<>();
        Version.first(0, 500).forEach(it -> expected.put(it.index(), it));
        for (int night = 1; night <= 60; night++) {
            for (Version version : nights.next()) {
                assertThat(expected).as("a deleted record stays deleted").containsKey(version.index());
                assertThat(version.revision()).isEqualTo(night);
                expected.put(version.index(), version);
                if (version.isDeleted()) {
                    expected.remove(version.index());
                }
            }
        }
        assertThat(nights.current()).containsExactlyInAnyOrderElementsOf(new ArrayList<>(expected.values()));
        assertThat(expected).hasSize(440);
    }

    @Test
    void tooManyNightsAreRefused() {
        Nights nights = new Nights(3, 1);
        nights.next();
        nights.next();
        assertThatThrownBy(nights::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("night 3");
    }
}
