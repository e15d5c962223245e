package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A normaliser for codes: what people write before and after one is taken away, its shape matched, its check digit
 * tested.
 */
final class Code implements Normaliser {
    private final String name;
    private final Text label;
    private final Text shapeText;
    private final Pattern shape;
    private Pattern before = Pattern.compile("");
    private UnaryOperator<String> folded = text -> text;
    private Predicate<String> check = text -> true;
    private Predicate<String> placeholder = text -> false;
    private Severity failed = Severity.WARNING;

    private Code(String name, Text label, Text shapeText, Pattern shape) {
        this.name = name;
        this.label = label;
        this.shapeText = shapeText;
        this.shape = shape;
    }

    /**
     * A code.
     *
     * @param name of the normaliser
     * @param label of the code in a sentence
     * @param shapeText what it looks like
     * @param shape all of what remains must match, in either case; the first group, if there is one, is the code
     */
    static Code named(String name, Text label, Text shapeText, String shape) {
        return new Code(name, label, shapeText, Pattern.compile(shape, Pattern.CASE_INSENSITIVE));
    }

    /** What may stand before it, in either case: web addresses, labels. */
    Code after(String prefixes) {
        before = Pattern.compile("(?:" + prefixes + ")\\s*", Pattern.CASE_INSENSITIVE);
        return this;
    }

    /** How the matched text becomes the normal form. */
    Code to(UnaryOperator<String> form) {
        folded = form;
        return this;
    }

    /** The check of the normal form, and how grave it is when it fails. */
    Code checked(Severity severity, Predicate<String> test) {
        check = test;
        failed = severity;
        return this;
    }

    /** Well-formed values that everybody uses as an example, or that stand for nothing. */
    Code butNot(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        placeholder = text -> compiled.matcher(text).matches();
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Text about() {
        return new Text(label.ja() + "：" + shapeText.ja(), label.en() + ": " + shapeText.en());
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        if (text.length() > Spelling.LONGEST) {
            return misshapen();
        }
        Matcher prefix = before.matcher(text);
        Matcher matcher = shape.matcher(prefix.lookingAt() ? text.substring(prefix.end()) : text);
        if (!matcher.matches()) {
            return misshapen();
        }
        String normal = folded.apply(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
        if (placeholder.test(normal)) {
            return Result.refused(
                    Severity.WARNING,
                    new Text(
                            "実在する" + label.ja() + "（見本や空欄代わりの値ではないもの）",
                            "A real " + label.en() + ", not a sample or a filler"),
                    remedy());
        }
        return check.test(normal)
                ? Result.value(normal)
                : Result.refused(
                        failed,
                        new Text(
                                "検査数字が合う" + label.ja() + "（" + shapeText.ja() + "）",
                                label.en() + " whose check digit holds (" + shapeText.en() + ")"),
                        new Text(
                                "一文字ずつ原典と照らし合わせて直してください。",
                                "Compare it character by character with its origin and correct it."));
    }

    private Result misshapen() {
        return Result.refused(
                Severity.WARNING,
                new Text(label.ja() + "（" + shapeText.ja() + "）", label.en() + " (" + shapeText.en() + ")"),
                remedy());
    }

    private Text remedy() {
        return new Text(
                label.ja() + "を確かめて直してください。別の種類の値なら、その種別の欄に移してください。",
                "Check the " + label.en() + " and correct it; if it is something else, move it where that belongs.");
    }
}
