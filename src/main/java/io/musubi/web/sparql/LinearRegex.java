package io.musubi.web.sparql;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.musubi.web.http.ProblemException;
import java.util.regex.Matcher;

/**
 * Regular expressions whose time grows only with the text: RE2/J in place of the JDK's engine, which backtracks
 * ({@code (a+)+$} on 41 letters takes minutes).
 */
final class LinearRegex {
    private static final int LONGEST = 1_000;
    private static final int MOST_REPETITIONS = 1_000;
    private static final java.util.regex.Pattern COUNT = java.util.regex.Pattern.compile("\\{(\\d*)(?:,(\\d*))?}");
    private static final java.util.regex.Pattern UNICODE_BLOCK = java.util.regex.Pattern.compile("\\\\([pP])\\{Is");

    private LinearRegex() {}

    /**
     * Compiles a pattern of XPath's {@code fn:matches}.
     *
     * @param flags any of {@code s m i q}
     * @throws ProblemException in words, when RE2 cannot do it
     */
    static Pattern compile(String pattern, String flags) {
        if (pattern.length() > LONGEST) {
            throw Refusals.regex(pattern, "longer than " + LONGEST + " characters")
                    .exception();
        }
        int mask = 0;
        String text = UNICODE_BLOCK.matcher(pattern).replaceAll("\\\\$1{");
        for (int i = 0; i < flags.length(); i++) {
            char flag = flags.charAt(i);
            switch (flag) {
                case 'i' -> mask |= Pattern.CASE_INSENSITIVE;
                case 's' -> mask |= Pattern.DOTALL;
                case 'm' -> mask |= Pattern.MULTILINE;
                case 'q' -> text = Pattern.quote(pattern);
                default -> throw Refusals.regex(pattern, "flag '" + flag + "'").exception();
            }
        }
        if (flags.indexOf('q') < 0 && repetitions(pattern) > MOST_REPETITIONS) {
            throw Refusals.regex(pattern, "its counts multiply to more than " + MOST_REPETITIONS)
                    .exception();
        }
        try {
            return Pattern.compile(text, mask);
        } catch (PatternSyntaxException e) {
            throw Refusals.regex(pattern, String.valueOf(e.getDescription())).exception();
        }
    }

    /** The product of all counts: nested counts multiply the size of the compiled pattern. */
    private static long repetitions(String pattern) {
        long product = 1;
        Matcher counts = COUNT.matcher(pattern);
        while (counts.find() && product <= MOST_REPETITIONS) {
            product *= Math.max(1, Math.max(number(counts.group(1)), number(counts.group(2))));
        }
        return product;
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return 0;
        }
        return digits.length() > 6 ? MOST_REPETITIONS + 1 : Long.parseLong(digits);
    }
}
