package io.musubi.mapping;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that stand for nothing: {@code mappings/tables/placeholders.csv}. */
final class Placeholders {
    /** A longer text is no placeholder. */
    private static final int LONGEST = 200;

    private static final int PREFIXES = 1 << 14;

    private final List<Pattern> patterns;
    private final Map<Integer, List<Pattern>> possible = new ConcurrentHashMap<>();

    /** @param expressions each matches the whole text after NFKC and trimming, whatever the case */
    Placeholders(List<String> expressions) {
        patterns = expressions.stream()
                .map(each -> Pattern.compile(each, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    /** Whether {@code text}, not blank, counts as missing. */
    boolean holds(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        List<Pattern> candidates = candidates(text);
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

    /** Most patterns are ruled out by the first two characters, and these are few: the answer for each is kept. */
    private List<Pattern> candidates(String text) {
        int key = text.charAt(0) << 16 | (text.length() > 1 ? text.charAt(1) : 0);
        List<Pattern> known = possible.get(key);
        if (known == null) {
            String prefix = text.substring(0, Math.min(2, text.length()));
            known = patterns.stream().filter(each -> canBegin(each, prefix)).toList();
            if (possible.size() < PREFIXES) {
                possible.put(key, known);
            }
        }
        return known;
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
