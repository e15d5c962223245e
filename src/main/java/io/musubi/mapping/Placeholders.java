package io.musubi.mapping;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts that stand for nothing: {@code mappings/tables/placeholders.csv}. */
final class Placeholders {
    /** A longer text is no placeholder. */
    private static final int LONGEST = 200;

    private static final int PAIRS = 1 << 14;

    private final List<Pattern> patterns;
    private final @Nullable Pair[] pairs = new Pair[PAIRS];

    /** The first two characters of a text, and the placeholders that can begin so; immutable, for many threads. */
    private record Pair(int characters, List<Pattern> possible) {}

    /** @param expressions each matches the whole text after NFKC and trimming, whatever the case */
    Placeholders(List<String> expressions) {
        patterns = expressions.stream()
                .map(each -> Pattern.compile(each, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    private List<Pattern> candidates(String prefix) {
        return patterns.stream().filter(each -> canBegin(each, prefix)).toList();
    }

    /** Whether {@code text}, not blank, counts as missing. */
    boolean holds(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        List<Pattern> possible = possible(text);
        if (possible.isEmpty()) {
            return false;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        for (Pattern pattern : possible) {
            if (pattern.matcher(plain).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Most placeholders are ruled out by the first two characters, and these are few: the answer for each is kept. */
    private List<Pattern> possible(String text) {
        int characters = text.charAt(0) << 16 | (text.length() > 1 ? text.charAt(1) : 0);
        int place = (characters * 0x9E37_79B1) >>> 18;
        Pair known = pairs[place];
        if (known == null || known.characters() != characters) {
            String prefix = text.substring(0, Math.min(2, text.length()));
            known = new Pair(characters, candidates(prefix));
            pairs[place] = known;
        }
        return known.possible();
    }

    // A match that failed without looking at the text's end fails for every longer text too.
    @SuppressWarnings("JdkObsolete")
    private static boolean canBegin(Pattern pattern, String prefix) {
        String plain = Normalizer.normalize(prefix, Normalizer.Form.NFKC).strip();
        boolean isTorn = Character.isHighSurrogate(prefix.charAt(prefix.length() - 1));
        Matcher matcher = pattern.matcher(plain);
        return plain.length() != prefix.length() || isTorn || matcher.matches() || matcher.hitEnd();
    }
}
