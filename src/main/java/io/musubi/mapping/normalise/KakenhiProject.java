package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A KAKEN page, record id or KAKENHI number, as the Japan Grant Number in lower case: {@code jp24k00001}. */
final class KakenhiProject implements Normaliser {
    /** What stands before the number in KAKEN addresses and ids. */
    static final String ADDRESS =
            "(?:https?://kaken\\.nii\\.ac\\.jp/(?:(?:ja|en)/)?(?:grant|p)/)?KAKENHI-[A-Z]+-|https?://kaken\\.nii\\.ac\\.jp/d/p/";

    private static final Pattern SHAPE = Pattern.compile(
            "(?:" + ADDRESS + "|kakenhi[: ]*)?(?:JP)?(\\d{2}[A-Z]{1,2}\\d{4,5}|\\d{8})/?(?:[?#.].*)?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "kakenhi-project";
    }

    @Override
    public Text about() {
        return new Text(
                "科研費の課題：KAKENのURLや課題番号を体系的番号にします。",
                "KAKENHI project: KAKEN addresses and project numbers become the Japan Grant Number");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        Matcher matcher = SHAPE.matcher(text);
        if (text.length() <= Spelling.LONGEST && matcher.matches()) {
            return Result.value("jp" + Spelling.lower(matcher.group(1)));
        }
        return Result.refused(
                Severity.INFO,
                new Text("KAKENのURLまたは科研費の課題番号（例 24K00001）", "A KAKEN address or a KAKENHI number, such as 24K00001"),
                new Text(
                        "https://kaken.nii.ac.jp/で課題を開き、そのURLを書いてください。",
                        "Open the project at https://kaken.nii.ac.jp/ and give its address."));
    }
}
