package io.musubi.mapping.normalise;

import io.musubi.model.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One end of a range of dates ({@code 2020-04/2021-03}, {@code 2020年〜2021年}, {@code 1999-2003}); a single date is both
 * ends. An open end is refused without a word.
 */
final class DateRange implements Normaliser {
    private static final String OPEN = "(|\\.\\.|現在|継続中|ongoing|present|\\(?:(?:tba|unav|unkn|null|none)\\)?)";
    private static final String SLASHED = "(\\d{4}[/.]\\d{1,2}(?:[/.]\\d{1,2})?)";
    private static final List<Pattern> RANGES = List.of(
            Pattern.compile("(.*?) ?(?:[~〜∼]|から| to | - |--) ?(.*?)(?:まで)?"),
            Pattern.compile("([^/]*) ?/ ?([^/]*)"),
            Pattern.compile("(\\d{4})-(\\d{4})"),
            Pattern.compile(SLASHED + "-" + SLASHED),
            Pattern.compile("(.{4,10})\\.\\.(.{0,10})"));
    private static final Pattern OPEN_END = Pattern.compile(OPEN, Pattern.CASE_INSENSITIVE);

    private final boolean isStart;

    private DateRange(boolean isStart) {
        this.isStart = isStart;
    }

    static DateRange start() {
        return new DateRange(true);
    }

    static DateRange end() {
        return new DateRange(false);
    }

    @Override
    public String name() {
        return isStart ? "date-range-start" : "date-range-end";
    }

    @Override
    public Text about() {
        return isStart
                ? new Text("期間の始まりの日付（単独の日付はそのまま）", "The date a range begins (a single date is both ends)")
                : new Text("期間の終わりの日付（単独の日付はそのまま）", "The date a range ends (a single date is both ends)");
    }

    @Override
    public Result apply(String raw) {
        // The cleaning takes "2020-04-01/.." for a sentence with dots at its end.
        String text = Spelling.identifier(raw);
        if (text.length() > Spelling.LONGEST) {
            return Dates.refused();
        }
        Optional<String> single = Dates.read(text);
        return single.isPresent() ? Result.value(single.get()) : range(text);
    }

    private Result range(String text) {
        for (Pattern pattern : RANGES) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                String start = matcher.group(1).strip();
                String end = matcher.group(2).strip();
                if (isEnd(start) && isEnd(end) && !(isOpen(start) && isOpen(end))) {
                    String wanted = isStart ? start : end;
                    return Dates.read(wanted).map(Result::value).orElseGet(Result::silent);
                }
            }
        }
        return Dates.refused();
    }

    private static boolean isEnd(String text) {
        return isOpen(text) || Dates.read(text).isPresent();
    }

    private static boolean isOpen(String text) {
        return OPEN_END.matcher(text).matches();
    }
}
