package io.musubi.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as somebody types it, cut at spaces and quotes. There is no syntax to get wrong: a quote that is not closed ends
 * with the text, and all other signs are signs.
 *
 * @param all in order
 * @param whole the text, cut to the longest that is read
 * @param isCut whether something was left out
 */
record Terms(List<Term> all, String whole, boolean isCut) {
    private static final int LONGEST = 300;
    private static final int MOST = 16;
    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"?|[^\\s\"]+");

    /**
     * A word, or a phrase.
     *
     * @param isPhrase whether it was quoted: nothing may stand between its words
     */
    record Term(String text, boolean isPhrase) {}

    static Terms of(String typed) {
        String wide = Normalizer.normalize(
                        typed.substring(0, Math.min(typed.length(), 4 * LONGEST)), Normalizer.Form.NFKC)
                .replaceAll("[“”„«»「」『』]", "\"")
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", " ")
                .strip();
        String whole = wide.substring(0, Math.min(wide.length(), LONGEST));
        List<Term> all = new ArrayList<>();
        Matcher matcher = TERM.matcher(whole);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            String text = quoted == null ? matcher.group() : quoted.strip();
            if (!text.isEmpty()) {
                all.add(new Term(text, quoted != null));
            }
        }
        List<Term> read = all.subList(0, Math.min(all.size(), MOST));
        return new Terms(
                List.copyOf(read), whole, all.size() > MOST || wide.length() > LONGEST || typed.length() > 4 * LONGEST);
    }
}
