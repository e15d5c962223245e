package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;

/** Text with its white space collapsed and its invisible characters gone; nothing else changes. */
final class Trim implements Normaliser {
    @Override
    public String name() {
        return "trim";
    }

    @Override
    public Text about() {
        return new Text(
                "前後の空白と見えない文字を除き、連続する空白を一つにします。",
                "Removes invisible characters and white space at the ends, and collapses white space inside.");
    }

    @Override
    public Result apply(String raw) {
        String text = raw.strip();
        return text.isEmpty()
                ? Result.refused(
                        Severity.INFO,
                        new Text("空でない文字列", "A text that is not empty"),
                        new Text("値を入力するか、項目ごと省いてください。", "Give a value or leave the field out."))
                : Result.value(text);
    }
}
