package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Japanese fiscal year (April to March, named after the year it begins in): {@code 2024年度}, {@code 令和6年度},
 * {@code FY2024}; a date gives the fiscal year it lies in, a bare year is one already.
 */
final class FiscalYear implements Normaliser {
    private static final Pattern BEFORE = Pattern.compile("(?:F\\.?Y\\.?|JFY|fiscal year) ?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile("(?:年度?|会計年度)$");

    private final String name;
    private final Text about;
    private final Function<Integer, String> form;

    private FiscalYear(String name, Text about, Function<Integer, String> form) {
        this.name = name;
        this.about = about;
        this.form = form;
    }

    /** The year itself, as an xsd:gYear. */
    static FiscalYear year() {
        return new FiscalYear(
                "fiscal-year",
                new Text("年度（4月〜3月）の年", "The year of a fiscal year (April to March)"),
                "%04d"::formatted);
    }

    /** Its first day, 1 April. */
    static FiscalYear start() {
        return new FiscalYear(
                "fiscal-year-start",
                new Text("年度の初日（4月1日）", "The first day of a fiscal year, 1 April"),
                "%04d-04-01"::formatted);
    }

    /** Its last day, 31 March of the year after. */
    static FiscalYear end() {
        return new FiscalYear(
                "fiscal-year-end",
                new Text("年度の末日（翌年3月31日）", "The last day of a fiscal year, 31 March of the next year"),
                year -> "%04d-03-31".formatted(year + 1));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Text about() {
        return about;
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        return of(text).map(form)
                .map(Result::value)
                .orElseGet(() -> Result.refused(
                        Severity.WARNING,
                        new Text("年度（例 2024、2024年度、令和6年度）または日付", "A fiscal year, such as 2024 or FY2024, or a date"),
                        new Text("年度を西暦4桁で書いてください。", "Write the fiscal year with four digits.")));
    }

    private static Optional<Integer> of(String text) {
        Matcher before = BEFORE.matcher(text);
        String bare = AFTER.matcher(before.lookingAt() ? text.substring(before.end()) : text)
                .replaceAll("");
        return Dates.year(bare).or(() -> Dates.read(text).map(FiscalYear::containing));
    }

    private static int containing(String date) {
        int year = Integer.parseInt(date.substring(0, 4));
        return date.length() > 4 && Integer.parseInt(date.substring(5, 7)) < 4 ? year - 1 : year;
    }
}
