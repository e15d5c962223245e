package io.musubi.mapping.normalise;

import io.musubi.model.Text;
import java.util.function.UnaryOperator;

/** Text cleaned and nothing more; an empty one is refused without a word, since it is simply missing. */
final class PlainText implements Normaliser {
    private final String name;
    private final Text about;
    private final UnaryOperator<String> clean;

    private PlainText(String name, Text about, UnaryOperator<String> clean) {
        this.name = name;
        this.about = about;
        this.clean = clean;
    }

    /** Spaces and invisible characters only. */
    static PlainText trim() {
        return new PlainText(
                "trim",
                new Text("幅のない文字を除き、連続する空白を一つにします。", "Takes zero-width characters away and collapses white space"),
                Spelling::text);
    }

    /** Compatibility characters too. */
    static PlainText nfkc() {
        return new PlainText(
                "nfkc",
                new Text("NFKC：全角英数字や半角カナを標準の字にします。", "NFKC: full-width letters and half-width kana become plain ones"),
                Spelling::nfkc);
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
        String text = clean.apply(raw);
        return text.isEmpty() ? Result.silent() : Result.value(text);
    }
}
