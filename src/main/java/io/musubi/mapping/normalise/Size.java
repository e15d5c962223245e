package io.musubi.mapping.normalise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of data as people write it: {@code 852.95 KB}, {@code >100GB}, {@code 10-100GB}, {@code over100GB}, {@code
 * 約1TB}. KB, MB … are powers of 1000, KiB, MiB … of 1024; a number without a unit is bytes.
 *
 * @param min the least number of bytes, if any is said
 * @param max the greatest
 * @param isExact true when one amount was given without a sign or a word such as 約
 */
record Size(Optional<Long> min, Optional<Long> max, boolean isExact) {
    private static final String NUMBER = "(\\d{1,19}(?:,\\d{3}){0,5}(?:\\.\\d{1,9})?)";
    private static final String UNIT =
            " ?([kmgtpe]i?(?:b|o|bytes?|octets?)|[kmgtpe]?バイト|(?-i:[KMGT])|b|bytes?|octets?)?";
    private static final String MORE = "(?:>=?|≧|≥|over|more than|at least|超)";
    private static final String LESS = "(?:<=?|≦|≤|under|less than|up to|最大)";
    private static final Pattern SINGLE = pattern("(約|およそ|about|approx\\.?|~|)? ?" + NUMBER + UNIT + "(?:程度|くらい|)?");
    private static final Pattern LOWER = pattern(MORE + " ?" + NUMBER + UNIT);
    private static final Pattern LOWER_AFTER = pattern(NUMBER + UNIT + " ?(?:以上|超|より大きい|or more)");
    private static final Pattern UPPER = pattern(LESS + " ?" + NUMBER + UNIT);
    private static final Pattern UPPER_AFTER = pattern(NUMBER + UNIT + " ?(?:以下|未満|以内|or less)");
    private static final Pattern RANGE = pattern("[<>]?" + NUMBER + UNIT + " ?(?:-|~|〜|から| to ) ?" + NUMBER + UNIT);
    private static final Pattern OTHER = pattern(
            "(?:pp?\\.? ?|pages? ?)?[\\d.,]{1,20}(?:-\\d{1,9})? ?(?:pages?|pp?|頁|ページ|枚|点|件|冊|巻|分|秒|[cmk]m|min|g|cases|files?|.{0,20}datasets?|variables|data points)?");
    private static final List<String> POWERS = List.of("", "k", "m", "g", "t", "p", "e");

    /** The size in {@code text}, cleaned by {@link Spelling#identifier}, if all of it is one. */
    static Optional<Size> read(String text) {
        if (text.length() > 100) {
            return Optional.empty();
        }
        Matcher single = SINGLE.matcher(text);
        if (single.matches()) {
            boolean isExact = single.group(1) == null || single.group(1).isEmpty();
            return bytes(single.group(2), single.group(3))
                    .map(bytes -> new Size(Optional.of(bytes), Optional.of(bytes), isExact));
        }
        return bound(LOWER, text)
                .or(() -> bound(LOWER_AFTER, text))
                .map(bytes -> new Size(Optional.of(bytes), Optional.empty(), false))
                .or(() -> bound(UPPER, text)
                        .or(() -> bound(UPPER_AFTER, text))
                        .map(bytes -> new Size(Optional.empty(), Optional.of(bytes), false)))
                .or(() -> range(text));
    }

    /** Whether {@code text} is an amount of something else, such as {@code 24 pages}: fields of extent hold both. */
    static boolean isOfSomethingElse(String text) {
        return text.length() <= 100 && OTHER.matcher(text).matches();
    }

    private static Optional<Long> bound(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? bytes(matcher.group(1), matcher.group(2)) : Optional.empty();
    }

    /** In {@code 10-100GB} the unit is for both ends. */
    private static Optional<Size> range(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Long> max = bytes(matcher.group(3), matcher.group(4));
        Optional<Long> min = bytes(matcher.group(1), matcher.group(2) == null ? matcher.group(4) : matcher.group(2));
        return min.isPresent() && max.isPresent() && min.get() <= max.get()
                ? Optional.of(new Size(min, max, false))
                : Optional.empty();
    }

    private static Optional<Long> bytes(String number, @Nullable String unit) {
        String letters = unit == null ? "" : unit.toLowerCase(Locale.ROOT);
        int power = letters.isEmpty() || "bo".indexOf(letters.charAt(0)) >= 0
                ? 0
                : Math.max(0, POWERS.indexOf(letters.substring(0, 1)));
        BigDecimal step = BigDecimal.valueOf(letters.indexOf('i') == 1 ? 1024 : 1000);
        try {
            return Optional.of(new BigDecimal(number.replace(",", ""))
                    .multiply(step.pow(power))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
