package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DOI: {@code 10.60501/abc}, lower case (DOI Handbook § 2.4: ASCII case-insensitive), without resolver or label. */
final class Doi implements Normaliser {
    private static final Text EXPECTED =
            new Text("DOI（10.で始まる番号、例 10.60501/abc）", "A DOI (a number that begins with 10., such as 10.60501/abc)");
    private static final Text REMEDY = new Text(
            "DOIそのもの、またはhttps://doi.org/で始まるURLにしてください。",
            "Give the DOI itself, or its address that begins with https://doi.org/.");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?:/{0,2})?(?:(?:dx|www)\\.)?(?:doi\\.org|hdl\\.handle\\.net)/+(?:doi[: ]*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LABEL =
            Pattern.compile("(?:(?:info|urn)[:]\\s*)?doi\\s*[:：/ ]\\s*/*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHAPE = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d{1,9}){0,5}/\\S+");
    /** 10.5555 is Crossref's for examples; the others are what forms show to be overwritten. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "10\\.5555/.*|10\\.[x○〇●*?_]+(?:/.*)?|10\\.(?:0+|9{4,})/.*|10\\.\\d+/[x○〇●*?_.-]+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern QUERY = Pattern.compile("[?#].*$");
    private static final String TAIL = ".,;。、\"'”’」";

    @Override
    public String name() {
        return "doi";
    }

    @Override
    public Text about() {
        return new Text("DOI：解決先のURLやdoi:を除き、小文字にします。", "DOI: takes resolver addresses and labels away, in lower case");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        if (text.length() > Spelling.LONGEST) {
            return Result.refused(Severity.WARNING, EXPECTED, REMEDY);
        }
        String bare = Spelling.lower(trimmed(bare(text)));
        if (PLACEHOLDER.matcher(bare).matches()) {
            return Result.refused(
                    Severity.WARNING,
                    new Text(
                            "登録されたDOI（10.5555/…や10.xxxxx/…は見本）",
                            "A registered DOI (those under 10.5555 or 10.xxxxx are samples)"),
                    new Text(
                            "実際のDOIに直すか、まだなければ空欄にしてください。",
                            "Give the real DOI, or leave the field empty while there is none."));
        }
        return SHAPE.matcher(bare).matches() ? Result.value(bare) : Result.refused(Severity.WARNING, EXPECTED, REMEDY);
    }

    private static String bare(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (address.lookingAt()) {
            String path = QUERY.matcher(text.substring(address.end())).replaceAll("");
            return bare(Percent.decoded(path));
        }
        Matcher label = LABEL.matcher(text);
        return label.lookingAt() ? bare(text.substring(label.end())) : Percent.decoded(text);
    }

    /** Without the punctuation of the sentence around it; closing brackets go only where none was opened. */
    private static String trimmed(String text) {
        String now = Spelling.withoutEnd(TAIL, text);
        while (now.endsWith(")")
                && now.chars().filter(c -> c == ')').count()
                        > now.chars().filter(c -> c == '(').count()) {
            now = Spelling.withoutEnd(TAIL, now.substring(0, now.length() - 1));
        }
        return now;
    }
}
