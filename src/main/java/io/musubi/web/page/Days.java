package io.musubi.web.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and counts as people read them. */
public final class Days {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Days() {}

    /** A whole number with separators: {@code 12,345}; anything else as it is. */
    public static String count(String number, String language) {
        return number.matches("-?[0-9]{1,18}") ? String.format(Locale.ROOT, "%,d", Long.valueOf(number)) : number;
    }

    /**
     * A date in words.
     *
     * @param date {@code 2024}, {@code 2024-03}, {@code 2024-03-01}, the same with a time of day, or an instant (told as
     *     the day in Tokyo); anything else
     *     comes back as it is
     */
    public static String day(String date, String language) {
        try {
            return switch (date.length()) {
                case 4 -> language.equals("ja") ? date + "年" : date;
                case 7 -> YearMonth.parse(date).format(form(language, "y年M月", "MMMM y"));
                case 10 -> LocalDate.parse(date).format(form(language, "y年M月d日", "d MMMM y"));
                case 19 -> LocalDateTime.parse(date).format(form(language, "y年M月d日", "d MMMM y"));
                default ->
                    OffsetDateTime.parse(date).atZoneSameInstant(TOKYO).format(form(language, "y年M月d日", "d MMMM y"));
            };
        } catch (DateTimeException e) {
            return date;
        }
    }

    private static DateTimeFormatter form(String language, String ja, String en) {
        return language.equals("ja")
                ? DateTimeFormatter.ofPattern(ja, Locale.JAPANESE)
                : DateTimeFormatter.ofPattern(en, Locale.ENGLISH);
    }
}
