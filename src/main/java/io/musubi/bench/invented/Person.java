package io.musubi.bench.invented;

import java.util.Optional;

/**
 * @param number their place in the country
 * @param family name
 * @param given name
 * @param erad researcher number, if they have one
 * @param orcid if they have one
 * @param at where they work
 */
record Person(long number, Word family, Word given, Optional<String> erad, Optional<String> orcid, Institution at) {
    String ja() {
        return family.ja() + ", " + given.ja();
    }

    String kana() {
        return family.kana() + ", " + given.kana();
    }

    String en() {
        return family.en() + ", " + given.en();
    }
}
