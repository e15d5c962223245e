package io.musubi.mapping.normalise;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Undoes what keyboards, spreadsheets and PDFs do to text. All results are fixed points. */
final class Spelling {
    /** Longer than any identifier, date or size: such a text is prose and no pattern is tried on it. */
    static final int LONGEST = 1_000;

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Cs}\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]|[\\p{Cc}&&[^\\s\\x85]]");
    private static final Pattern ZERO_WIDTH = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD\\p{Cs}]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\x85\\p{Z}]+");
    private static final Pattern HYPHEN = Pattern.compile("[\\u2010-\\u2015\\u2043\\u2212]");
    /** The Japanese long-vowel sign, typed for a hyphen where no kana comes before it. */
    private static final Pattern LONG_VOWEL = Pattern.compile("(?<![\\u3041-\\u3096\\u30A1-\\u30FF])\\u30FC");

    private Spelling() {}

    /** For identifiers, dates and sizes: NFKC, one kind of hyphen and space, nothing invisible, no full stop at the end. */
    static String identifier(String raw) {
        if (isPlain(raw) && (raw.isEmpty() || ".,;".indexOf(raw.charAt(raw.length() - 1)) < 0)) {
            return raw;
        }
        String visible = INVISIBLE.matcher(raw).replaceAll("");
        String folded = INVISIBLE
                .matcher(Normalizer.normalize(visible, Normalizer.Form.NFKC))
                .replaceAll("");
        String hyphens =
                LONG_VOWEL.matcher(HYPHEN.matcher(folded).replaceAll("-")).replaceAll("-");
        return withoutEnd(" .,;。、", spaces(hyphens));
    }

    /** What most values are: printable ASCII, no space at an end or after another. */
    private static boolean isPlain(String raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return raw.isEmpty() || before != ' ';
    }

    /** For names and other text: composed, single plain spaces, nothing of zero width; width and case stay. */
    static String text(String raw) {
        return isPlain(raw)
                ? raw
                : spaces(Normalizer.normalize(ZERO_WIDTH.matcher(raw).replaceAll(""), Normalizer.Form.NFC));
    }

    /** {@link #text} with the full-width letters, digits and signs of ASCII made half-width. */
    static String narrow(String raw) {
        String text = text(raw);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
        }
        return spaces(out.toString());
    }

    /** {@link #text} under NFKC: full-width letters, half-width kana and circled digits become plain ones. */
    static String nfkc(String raw) {
        return spaces(Normalizer.normalize(ZERO_WIDTH.matcher(raw).replaceAll(""), Normalizer.Form.NFKC));
    }

    /** {@code text} without any of {@code characters} at its ends. */
    static String without(String characters, String text) {
        int start = 0;
        while (start < text.length() && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return withoutEnd(characters, text.substring(start));
    }

    /** {@code text} without any of {@code characters} at its end. A loop: a pattern would take quadratic time. */
    static String withoutEnd(String characters, String text) {
        int end = text.length();
        while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** {@code code} without spaces and hyphens. */
    static String solid(String code) {
        return code.replace(" ", "").replace("-", "");
    }

    /** Lower case for ASCII letters only: what "case-insensitive" means for DOIs and grant numbers. */
    static String lower(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return out.toString();
    }

    private static String spaces(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
