package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The funding stream code (体系的番号におけるプログラム情報コード) in upper case: given as such, or the letters after JP in a
 * grant number. KAKENHI and AMED numbers have none: refused without a word.
 */
final class FundingStream implements Normaliser {
    private static final Pattern GRANT = Pattern.compile("JP([A-Z]{2,5})\\d[0-9A-Z]*(?:-\\d+)*");
    private static final Pattern CODE = Pattern.compile("(?:JP(?=MJ[A-Z]{2}$))?([A-Z][0-9A-Z]{0,4})");

    private final Normaliser grantNumber = new GrantNumber();

    @Override
    public String name() {
        return "funding-stream";
    }

    @Override
    public Text about() {
        return new Text(
                "プログラム情報コード：5文字以内の英数字、または体系的番号のJPに続く英字",
                "Funding stream code: up to 5 letters and digits, or the letters after JP in a grant number");
    }

    @Override
    public Result apply(String raw) {
        String code = Spelling.identifier(raw).toUpperCase(Locale.ROOT);
        Matcher given = CODE.matcher(code);
        if (given.matches()) {
            return Result.value(given.group(1));
        }
        if (grantNumber.apply(raw) instanceof Result.Value(String number, var note)) {
            Matcher grant = GRANT.matcher(number.toUpperCase(Locale.ROOT));
            return grant.matches() ? Result.value(grant.group(1)) : Result.silent();
        }
        return Result.refused(
                Severity.INFO,
                new Text("プログラム情報コード（例 MJCR）または体系的番号", "A funding stream code, such as MJCR, or a grant number"),
                new Text("体系的番号のJPの後の英字を書いてください。", "Give the letters after JP in the grant number."));
    }
}
