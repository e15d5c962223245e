package io.musubi.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Japanese fiscal year (April to March) of a date. */
final class FiscalYear {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:\\D.*)?)?");
    private static final int APRIL = 4;

    private FiscalYear() {}

    /**
     * The value of {@link Facet#YEAR}.
     *
     * @param date {@code 2024}, {@code 2024-03}, {@code 2024-03-31} or with a time behind it; empty for anything else
     */
    static Optional<String> of(String date) {
        Matcher matcher = DATE.matcher(date);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(2) == null) {
            return Optional.of(matcher.group(1) + Facet.YEAR_ONLY);
        }
        int year = Integer.parseInt(matcher.group(1));
        return Optional.of(Integer.toString(Integer.parseInt(matcher.group(2)) < APRIL ? year - 1 : year));
    }
}
