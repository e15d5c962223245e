package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 体系的番号 (Japan Grant Number), in lower case: funders differ in case (AMED writes lower case inside), so it is
 * compared without. What the source wrote stays beside it as the raw value. A branch ({@code -1}) stays: it is a project
 * of its own.
 */
final class GrantNumber implements Normaliser {
    private static final Text EXPECTED = new Text(
            "体系的番号（JPで始まる15桁以内、例 JPMJCR24Z9）",
            "A Japan Grant Number (JP and up to 13 more characters, such as JPMJCR24Z9)");
    private static final Text REMEDY =
            new Text("資金配分機関が示す体系的番号を一つだけ書いてください。", "Give one number, as the funder states it.");

    private static final Pattern LABEL = Pattern.compile(
            "(?:(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?10\\.52926/|" + KakenhiProject.ADDRESS
                    + "|japan|grants?(?:-in-aid)?|for|scientific|research|early-career|young|scientists|numbers?|nos?\\.?|award"
                    + "|project|id|jsps|jst|amed|mext|nedo|erca|kakenhi|crest|presto|jgn|科研費|科学研究費(?:補助金|助成事業)?"
                    + "|学術研究助成基金助成金|助成|(?:基盤|若手|挑戦的|萌芽)研究|(?:研究)?課題|体系的|番号|\\([a-z]\\)"
                    + "|[\\s:#.()\\[\\]/])(?=[\\s\\S])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile("[\\s)\\]/]+$");
    private static final Pattern JAPAN_GRANT_NUMBER =
            Pattern.compile("jp(?=[a-z]*\\d)[0-9a-z]{4,13}(?:-\\d{1,4}){0,4}");
    /** Of KAKENHI, whose numbers were given before there was a JP; two letters only where JSPS is known to use them. */
    private static final Pattern KAKENHI = Pattern.compile("\\d{2}(?:[a-z]\\d{4,5}|(?:kk|kf|kj|hp|ht)\\d{4,5})|\\d{8}");

    private static final Pattern FILLER = Pattern.compile(".*(?:x{4}|0{7}|1{7}|9{7}).*|(?:jp)?(?:12345678|87654321)");

    @Override
    public String name() {
        return "grant-number";
    }

    @Override
    public Text about() {
        return new Text(
                "体系的番号：前置きの語やURLを除いて小文字にし、科研費にはJPを補います。",
                "Japan Grant Number: takes labels and addresses away, in lower case; KAKENHI numbers get their JP");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        if (text.length() > Spelling.LONGEST) {
            return Result.refused(Severity.INFO, EXPECTED, REMEDY);
        }
        String number = bare(text);
        if (FILLER.matcher(number).matches()) {
            return Result.refused(Severity.INFO, EXPECTED, REMEDY);
        }
        if (JAPAN_GRANT_NUMBER.matcher(number).matches()) {
            return Result.value(number);
        }
        if (KAKENHI.matcher(number).matches()) {
            return Result.noted(
                    "jp" + number,
                    Severity.INFO,
                    new Text("JPで始まる体系的番号", "A Japan Grant Number, which begins with JP"),
                    new Text("科研費の課題番号の前にJPを付けてください。", "Put JP before the KAKENHI number."));
        }
        return ownNumber(number).orElseGet(() -> Result.refused(Severity.INFO, EXPECTED, REMEDY));
    }

    /** Without labels before, brackets after and spaces inside, in lower case. */
    private static String bare(String text) {
        Matcher label = LABEL.matcher(text);
        int start = 0;
        while (start < text.length() && label.region(start, text.length()).lookingAt()) {
            start = label.end();
        }
        return Spelling.lower(
                CLOSING.matcher(text.substring(start)).replaceAll("").replace(" ", ""));
    }

    private static Optional<Result> ownNumber(String number) {
        boolean isMhlw = ProjectCodes.MHLW.matcher(number).matches();
        if (!isMhlw && !ProjectCodes.AMED.matcher(number).matches()) {
            return Optional.empty();
        }
        return Optional.of(Result.refused(
                Severity.INFO,
                EXPECTED,
                isMhlw
                        ? new Text(
                                "厚生労働科学研究費の課題番号のようです。体系的番号（JPMH…）があれば書き添えてください。",
                                "This looks like MHLW's own project number; add the Japan Grant Number (JPMH…) if there is one.")
                        : new Text(
                                "AMEDの課題管理番号のようです。体系的番号（JP…）を書いてください。",
                                "This looks like AMED's own project number; give the Japan Grant Number (JP…).")));
    }
}
