package io.musubi.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.ja.dict.ToStringUtil;

/** One way of writing for many: widths, cases, the two kana, romaji by Hepburn, Kunrei and with long vowels as people please. */
final class Writing {
    /** Full and half width and other compatibility forms made one (NFKC). */
    static final NormalizeCharMap WIDTHS = map(false);

    /** The same, and katakana as hiragana. */
    static final NormalizeCharMap WIDTHS_AND_KANA = map(true);

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}'’-]+");
    private static final Pattern MARKS = Pattern.compile("[\\p{M}'’-]");
    private static final Pattern LONG_O = Pattern.compile("o[ou]+");
    private static final Pattern LONG_VOWEL = Pattern.compile("([aiue])\\1+");
    private static final Pattern M_FOR_N = Pattern.compile("m(?=[bpm])");
    private static final int KANA = 'ァ' - 'ぁ';

    private Writing() {}

    private static NormalizeCharMap map(boolean foldsKana) {
        NormalizeCharMap.Builder builder = new NormalizeCharMap.Builder();
        for (int c = 0x80; c <= Character.MAX_VALUE; c++) {
            if (Character.isDefined(c) && !Character.isSurrogate((char) c)) {
                add(builder, String.valueOf((char) c), foldsKana);
            }
        }
        // Half-width kana carry their marks apart: two characters for one.
        for (char c = '\uFF66'; c <= '\uFF9D'; c++) {
            add(builder, c + "\uFF9E", foldsKana);
            add(builder, c + "\uFF9F", foldsKana);
        }
        return builder.build();
    }

    private static void add(NormalizeCharMap.Builder builder, String written, boolean foldsKana) {
        String wide = Normalizer.normalize(written, Normalizer.Form.NFKC);
        String folded = foldsKana ? hiragana(wide) : wide;
        if (!folded.equals(written)) {
            builder.add(written, folded);
        }
    }

    private static String hiragana(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append((char) (c >= 'ァ' && c <= 'ヶ' ? c - KANA : c)));
        return out.toString();
    }

    private static String katakana(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append((char) (c >= 'ぁ' && c <= 'ゖ' ? c + KANA : c)));
        return out.toString();
    }

    /** NFKC and lower case: how identifiers are compared. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether all of {@code text} is kana. */
    static boolean isKana(String text) {
        return !text.isEmpty() && text.chars().allMatch(Writing::isKana);
    }

    /** Whether {@code text} may be how a Japanese word sounds: kana, or Latin letters. */
    static boolean isSound(String text) {
        return isKana(text) || LATIN.matcher(text).matches();
    }

    private static boolean isKana(int c) {
        return (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ヺ') || c == 'ー' || c == '・';
    }

    /** Whether {@code text} has a Japanese character that has a reading. */
    static boolean isJapanese(CharSequence text) {
        return text.chars().anyMatch(c -> isKana(c) || Character.isIdeographic(c));
    }

    /**
     * Romaji of kana, or of romaji, in the spelling that all spellings share: no long vowels, no marks, Hepburn where
     * it differs from Kunrei (and more than Hepburn: the rules need only be the same for both sides).
     */
    static String romaji(String written) {
        String latin = isJapanese(written) ? ToStringUtil.getRomanization(katakana(written)) : written;
        String bare = MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String shorter =
                LONG_VOWEL.matcher(LONG_O.matcher(bare).replaceAll("o")).replaceAll("$1");
        return M_FOR_N.matcher(shorter)
                .replaceAll("n")
                .replace("sy", "sh")
                .replace("si", "shi")
                .replace("ty", "ch")
                .replace("ti", "chi")
                .replace("zy", "j")
                .replace("zi", "ji")
                .replace("tu", "tsu")
                .replace("hu", "fu");
    }
}
