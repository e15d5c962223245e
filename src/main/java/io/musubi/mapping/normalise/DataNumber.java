package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.regex.Pattern;

/**
 * A dataset's number within its project, as {@code {grant}/{number}}: both in lower case. The part before a slash that
 * is a grant number is the grant.
 */
final class DataNumber implements Normaliser {
    private static final Pattern FILLER = Pattern.compile("0+|[-x○〇●*?_.]+|なし|該当なし|未定|n/?a|none|unknown");

    private final Normaliser grantNumber = new GrantNumber();

    @Override
    public String name() {
        return "data-number";
    }

    @Override
    public Text about() {
        return new Text("体系的番号/データNo.（例 JPMJCR24Z9/D001）", "Grant number/data number, such as JPMJCR24Z9/D001");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        if (text.length() <= Spelling.LONGEST) {
            for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
                String number = Spelling.lower(text.substring(slash + 1).strip());
                if (grantNumber.apply(text.substring(0, slash)) instanceof Result.Value(String grant, var note)
                        && !number.isEmpty()
                        && !number.startsWith("/")
                        && !FILLER.matcher(number).matches()) {
                    return Result.value(grant + "/" + number);
                }
            }
        }
        return Result.refused(
                Severity.INFO,
                new Text(
                        "体系的番号とデータNo.（例 JPMJCR24Z9/D001）", "A grant number and a data number, such as JPMJCR24Z9/D001"),
                new Text(
                        "データNo.を課題の中で重複しない値にし、体系的番号も記入してください。",
                        "Give a data number unique within the project, and the grant number."));
    }
}
