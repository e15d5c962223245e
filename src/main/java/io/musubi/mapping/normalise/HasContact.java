package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that may be public: it is refused when it holds a telephone number, mail address or postal address, which
 * GakuNin RDM writes into JPCOAR contributors. Rather too careful than too trusting: an {@code @} is enough.
 */
final class HasContact implements Normaliser {
    private static final List<Pattern> SIGNS = List.of(
            pattern("[@〒☎℡☏✉]|\\(at\\)|\\[at\\]| at [\\w-]+ dot "),
            pattern("(?<![a-z])(?:tel|fax|e-?mail|phone|mobile|ext)(?:ephone|s)?\\.? ?[:.=(\\d]"),
            pattern("電話|内線|ファックス|ファクス|メールアドレス|mailto"),
            pattern("住所 ?[::]|郵便番号"),
            pattern("(?<![\\d./-])\\d{3}-\\d{4}(?![\\d-]) ?[^\\d\\s]{0,3}[都道府県市区町村]"),
            // a city and a house number
            pattern("[都道府県]\\S{0,12}?[市区町村郡]\\S{0,20}?(?:\\d|xx|丁目|番地|[〇○]{2})"),
            pattern("(?<![\\d./-])\\(?0\\d{1,4}\\)?[- ]?\\(?\\d{1,4}\\)?[- ]\\d{3,4}(?![\\d-])"),
            pattern("(?<![\\d./-])0[5789]0\\d{8}(?!\\d)"),
            pattern("\\+\\d{1,3}[ -]?\\(?\\d[\\d ()-]{6,}\\d"));

    @Override
    public String name() {
        return "has-contact";
    }

    @Override
    public Text about() {
        return new Text(
                "連絡先（電話、メール、住所）を含む文は退け、含まない文はそのまま通します。",
                "Refuses text with a telephone number, mail or postal address; lets other text through");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.text(raw);
        String folded = Spelling.identifier(raw);
        if (SIGNS.stream().anyMatch(sign -> sign.matcher(folded).find())) {
            return new Result.Refused(Optional.of(new Result.Note(
                    Severity.WARNING,
                    new Text("連絡先を含まない文", "Text without contact details"),
                    new Text(
                            "電話番号、メールアドレス、住所は非公開の連絡先欄に移してください。",
                            "Move telephone numbers, mail and postal addresses to the private contact field."),
                    true)));
        }
        return text.isEmpty() ? Result.silent() : Result.value(text);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
