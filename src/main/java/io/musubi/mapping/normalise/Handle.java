package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Handle: {@code 2115/0001}, case kept (RFC 3651 leaves it to each server). A DOI is refused: it has its own scheme. */
final class Handle implements Normaliser {
    private static final Pattern BEFORE = Pattern.compile(
            "(?:https?:/{0,2})?hdl\\.handle\\.net/+|(?:info:)?(?:hdl|handle)[:/ ]\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUERY = Pattern.compile("[?#].*$");
    private static final Pattern SHAPE = Pattern.compile("\\d+(?:\\.\\d+){0,9}/\\S+");

    @Override
    public String name() {
        return "handle";
    }

    @Override
    public Text about() {
        return new Text("ハンドル：解決先のURLやhdl:を除きます。", "Handle: takes resolver addresses and labels away");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        Matcher before = BEFORE.matcher(text);
        String bare = Spelling.identifier(Percent.decoded(
                before.lookingAt() ? QUERY.matcher(text.substring(before.end())).replaceAll("") : text));
        if (text.length() > Spelling.LONGEST || !SHAPE.matcher(bare).matches()) {
            return refused(new Text("ハンドル（例 2115/0001）", "A handle, such as 2115/0001"));
        }
        if (bare.startsWith("10.")) {
            return refused(new Text("DOIではないハンドル", "A handle that is no DOI"));
        }
        // The prefix every new DSpace has until somebody registers one.
        if (bare.startsWith("123456789/")) {
            return refused(
                    new Text("登録されたハンドル（123456789は初期設定）", "A registered handle (123456789 is a default setting)"));
        }
        return Result.value(bare);
    }

    private static Result refused(Text expected) {
        return Result.refused(
                Severity.WARNING,
                expected,
                new Text("https://hdl.handle.net/で開ける番号に直してください。", "Give one that https://hdl.handle.net/ resolves."));
    }
}
