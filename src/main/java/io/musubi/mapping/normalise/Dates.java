package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date as people write it: {@code 2024-04-01}, {@code 2024/4}, {@code 2024年}, {@code 令和6年4月1日}, {@code R6.4.1},
 * {@code 1 April 2024}. The result has the precision of the source: the lexical form of xsd:date, gYearMonth or gYear.
 */
final class Dates {
    static final Text EXPECTED =
            new Text("日付（例 2024-04-01、2024-04、2024、令和6年4月1日）", "A date, such as 2024-04-01, 2024-04 or 2024");
    static final Text REMEDY = new Text("西暦の年-月-日の形で書いてください。", "Write it as year-month-day.");

    /** Years outside are no dates of data but fillers, 9999 above all. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 2199;

    private static final Map<String, Integer> ERAS = Map.ofEntries(
            Map.entry("令和", 2018),
            Map.entry("平成", 1988),
            Map.entry("昭和", 1925),
            Map.entry("大正", 1911),
            Map.entry("明治", 1867),
            Map.entry("R", 2018),
            Map.entry("H", 1988),
            Map.entry("S", 1925),
            Map.entry("T", 1911),
            Map.entry("M", 1867));
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH_NAME = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,6})\\.?";

    private static final String TIME =
            "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?: ?(?:Z|[+-]\\d{2}:?\\d{2}))?)?";
    private static final Pattern YMD =
            Pattern.compile("(?<year>\\d{4})(?:([-/.])(?<month>\\d{1,2})(?:\\2(?<day>\\d{1,2}))?)?" + TIME);
    private static final Pattern KANJI =
            Pattern.compile("(?<year>\\d{4})年(?: ?(?<month>\\d{1,2})月(?: ?(?<day>\\d{1,2})日)?)?" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(?<year>[12]\\d{3})(?<month>[01]\\d)(?<day>[0-3]\\d)?");
    private static final Pattern ERA = Pattern.compile(
            "(令和|平成|昭和|大正|明治|[RHSTM])\\.? ?(\\d{1,2}|元)(?:(?:[-/.]|年 ?)(?:(\\d{1,2})(?:(?:[-/.]|月 ?)(\\d{1,2})日?|月)?)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)? )?" + MONTH_NAME + ",? (\\d{4})", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile(MONTH_NAME + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(\\d{4}) " + MONTH_NAME + "(?: (\\d{1,2}))?", Pattern.CASE_INSENSITIVE);

    private Dates() {}

    /** The date in {@code text}, cleaned by {@link Spelling#identifier}, if all of it is one. */
    static Optional<String> read(String text) {
        if (text.length() > Spelling.LONGEST) {
            return Optional.empty();
        }
        return ymd(YMD.matcher(text))
                .or(() -> ymd(KANJI.matcher(text)))
                .or(() -> ymd(COMPACT.matcher(text)))
                .or(() -> era(text))
                .or(() -> named(DAY_MONTH_YEAR.matcher(text), 3, 2, 1))
                .or(() -> named(MONTH_DAY_YEAR.matcher(text), 3, 1, 2))
                .or(() -> named(YEAR_MONTH_DAY.matcher(text), 1, 2, 3));
    }

    /** The year of the Japanese era, or of our own, in {@code text}: {@code 令和6}, {@code R6}, {@code 2024}. */
    static Optional<Integer> year(String text) {
        return read(text).filter(date -> date.length() == 4).map(Integer::valueOf);
    }

    private static Optional<String> ymd(Matcher matcher) {
        return matcher.matches()
                ? date(
                        Integer.parseInt(matcher.group("year")),
                        number(matcher.group("month")),
                        number(matcher.group("day")))
                : Optional.empty();
    }

    private static Optional<String> era(String text) {
        Matcher matcher = ERA.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int before = ERAS.getOrDefault(matcher.group(1).toUpperCase(Locale.ROOT), 0);
        int year = matcher.group(2).equals("元") ? 1 : Integer.parseInt(matcher.group(2));
        return year == 0 ? Optional.empty() : date(before + year, number(matcher.group(3)), number(matcher.group(4)));
    }

    private static Optional<String> named(Matcher matcher, int year, int month, int day) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = 1 + MONTHS.indexOf(matcher.group(month).toLowerCase(Locale.ROOT));
        return date(Integer.parseInt(matcher.group(year)), number, number(matcher.group(day)));
    }

    /** -1 for an absent group: 0 is a month that does not exist. */
    private static int number(@Nullable String digits) {
        return digits == null ? -1 : Integer.parseInt(digits);
    }

    private static Optional<String> date(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(year, month < 0 ? 1 : month, day < 0 ? 1 : day);
            return Optional.of(date.toString().substring(0, month < 0 ? 4 : day < 0 ? 7 : 10));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The refusal of anything else. */
    static Result refused() {
        return Result.refused(Severity.WARNING, EXPECTED, REMEDY);
    }
}
