package io.musubi.mapping;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that stand for nothing: {@code mappings/tables/placeholders.csv}. */
final class Placeholders {
    /** A longer text is no placeholder. */
    private static final int LONGEST = 200;

    /** Most texts are told apart by so many characters, nearly all others by so many. */
    private static final int SHORT = 2;

    private static final int LONG = 20;

    private final Remembered<List<Pattern>> byShort;
    private final Remembered<List<Pattern>> byLong;

    /** @param expressions each matches the whole text after NFKC and trimming, whatever the case */
    Placeholders(List<String> expressions) {
        List<Pattern> patterns = expressions.stream()
                .map(each -> Pattern.compile(each, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
        byShort = new Remembered<>(prefix -> candidates(patterns, prefix));
        byLong = new Remembered<>(prefix -> candidates(patterns, prefix));
    }

    private static List<Pattern> candidates(List<Pattern> patterns, String prefix) {
        return patterns.stream().filter(each -> canBegin(each, prefix)).toList();
    }

    /** Whether {@code text}, not blank, counts as missing. */
    boolean holds(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        List<Pattern> candidates = byShort.of(text.substring(0, Math.min(SHORT, text.length())));
        if (candidates.isEmpty()) {
            return false;
        }
        candidates = byLong.of(text.substring(0, Math.min(LONG, text.length())));
        if (candidates.isEmpty()) {
            return false;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        for (Pattern pattern : candidates) {
            if (pattern.matcher(plain).matches()) {
                return true;
            }
        }
        return false;
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
