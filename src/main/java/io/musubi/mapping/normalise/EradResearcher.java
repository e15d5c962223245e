package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * e-Rad researcher number: 8 digits, of which the first is a check digit; an NRID (10000 and the number) is taken too.
 * A shorter one has lost its leading zeros in a spreadsheet and gets them back when its check digit then holds. The check
 * was found from data and is in no document, so a failure is a warning; but such a number ties nothing.
 */
final class EradResearcher implements Normaliser {
    static final String NRID_ADDRESS = "(?:https?://)?nrid\\.nii\\.ac\\.jp/(?:(?:ja|en)/)?nrid/";

    private static final Text EXPECTED = new Text("e-Rad研究者番号（8桁の数字）", "An e-Rad researcher number (8 digits)");
    private static final Text REMEDY =
            new Text("e-RadかKAKENで番号を確かめて直してください。", "Look the number up in e-Rad or KAKEN and correct it.");

    private static final Pattern BEFORE = Pattern.compile(
            NRID_ADDRESS + "|(?:e-?rad|nrid)(?:[ _]?researcher)?[: ]*|(?:e-?rad)?(?:研究者番号)[: ]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHAPE = Pattern.compile("(?:10000(?=\\d{8}(?!\\d)))?(\\d{4,8})/?");
    /** They pass the check by chance and stand in test data everywhere. */
    private static final Pattern FILLER = Pattern.compile("0+|01234567");

    @Override
    public String name() {
        return "erad-researcher";
    }

    @Override
    public Text about() {
        return new Text(
                "e-Rad研究者番号：8桁の数字（NRIDも可、欠けた先頭の0を補う）",
                "e-Rad researcher number: 8 digits (or an NRID; puts lost leading zeros back)");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        if (text.length() > Spelling.LONGEST) {
            return Result.refused(Severity.WARNING, EXPECTED, REMEDY);
        }
        Matcher before = BEFORE.matcher(text);
        Matcher matcher = SHAPE.matcher(before.lookingAt() ? text.substring(before.end()) : text);
        if (!matcher.matches() || FILLER.matcher(matcher.group(1)).matches()) {
            return Result.refused(Severity.WARNING, EXPECTED, REMEDY);
        }
        String digits = matcher.group(1);
        String number = "0".repeat(8 - digits.length()) + digits;
        if (!CheckDigits.erad(number)) {
            return Result.refused(
                    Severity.WARNING,
                    new Text("検査数字が合うe-Rad研究者番号（8桁）", "An e-Rad researcher number (8 digits) whose check digit holds"),
                    new Text(
                            "打ち間違いか仮の番号のようです。e-RadかKAKENで確かめて直してください。",
                            "Probably mistyped or a dummy: look it up in e-Rad or KAKEN and correct it."));
        }
        return digits.length() == 8
                ? Result.value(number)
                : Result.noted(
                        number,
                        Severity.INFO,
                        new Text(
                                "先頭の0を含む8桁（" + number + "と読みました）",
                                "8 digits with leading zeros (read as " + number + ")"),
                        new Text(
                                "表計算では文字列として保存し、先頭の0を残してください。",
                                "Store it as text in spreadsheets, so that leading zeros stay."));
    }
}
