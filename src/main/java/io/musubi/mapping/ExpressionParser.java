package io.musubi.mapping;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads paths and conditions. Grammar:
 *
 * <pre>
 * condition = conjunct { "or" conjunct }
 * conjunct  = test { "and" test }
 * test      = "not" "(" condition ")" | "(" condition ")" | path [ ("=" | "!=" | "~") text ]
 * path      = ["/" | "~" ["[" condition "]"] ["/"]] step { "/" step }
 * step      = (name | quoted | "*" | "." | "..") [ "[" condition "]" ]
 * </pre>
 */
final class ExpressionParser {
    private static final String ENDS_NAME = "/[]()'=!~,*";

    private final String text;
    private int at;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /**
     * The path {@code text}.
     *
     * @throws IllegalArgumentException when it is none; the message says where and what was expected
     */
    static FieldPath path(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        FieldPath path = parser.path();
        parser.end("the end of the path");
        return path;
    }

    /** The condition {@code text}; throws like {@link #path(String)}. */
    static Condition condition(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        Condition condition = parser.condition();
        parser.end("and, or, or the end of the condition");
        return condition;
    }

    private Condition condition() {
        List<Condition> any = new ArrayList<>(List.of(conjunct()));
        while (word("or")) {
            any.add(conjunct());
        }
        return any.size() == 1 ? any.getFirst() : new Condition.Any(any);
    }

    private Condition conjunct() {
        List<Condition> all = new ArrayList<>(List.of(test()));
        while (word("and")) {
            all.add(test());
        }
        return all.size() == 1 ? all.getFirst() : new Condition.All(all);
    }

    private Condition test() {
        space();
        if (text.startsWith("not(", at) || text.startsWith("not (", at)) {
            at = text.indexOf('(', at) + 1;
            return new Condition.Not(bracketed());
        }
        if (sign("(")) {
            return bracketed();
        }
        FieldPath path = path();
        if (sign("!=")) {
            return new Condition.Is(path, quoted(), false);
        }
        if (sign("=")) {
            return new Condition.Is(path, quoted(), true);
        }
        return sign("~") ? like(path, pattern(quoted())) : new Condition.Has(path);
    }

    private static Condition like(FieldPath path, Pattern pattern) {
        return new Condition.Like(
                path, new Remembered<>(text -> pattern.matcher(text).find()));
    }

    private Condition bracketed() {
        Condition inner = condition();
        need(")");
        return inner;
    }

    private FieldPath path() {
        space();
        int from = at;
        FieldPath.Start start = FieldPath.Start.HERE;
        List<FieldPath.Step> steps = new ArrayList<>();
        boolean goesOn = true;
        if (take('/')) {
            start = FieldPath.Start.ROOT;
            goesOn = at < text.length() && !Character.isWhitespace(text.charAt(at));
        } else if (take('~')) {
            start = FieldPath.Start.RECORD;
            Condition condition = filter();
            if (condition != null) {
                steps.add(new FieldPath.Step(FieldPath.Axis.SELF, "", condition));
            }
            goesOn = take('/');
        }
        if (goesOn) {
            do {
                steps.add(step());
            } while (take('/'));
        }
        return new FieldPath(text.substring(from, at), start, List.copyOf(steps));
    }

    private FieldPath.Step step() {
        if (at < text.length() && text.charAt(at) == '\'') {
            String name = quoted().intern();
            return new FieldPath.Step(FieldPath.Axis.CHILD, name, filter());
        }
        if (take('*')) {
            return new FieldPath.Step(FieldPath.Axis.ANY, "", filter());
        }
        String name = name();
        FieldPath.Axis axis = switch (name) {
            case "." -> FieldPath.Axis.SELF;
            case ".." -> FieldPath.Axis.PARENT;
            default -> FieldPath.Axis.CHILD;
        };
        return new FieldPath.Step(axis, axis == FieldPath.Axis.CHILD ? name : "", filter());
    }

    private @Nullable Condition filter() {
        if (!take('[')) {
            return null;
        }
        if (take(']')) {
            throw wrong("a condition between [ and ]; the name [] is written '[]' in quotes");
        }
        Condition condition = condition();
        need("]");
        return condition;
    }

    private String name() {
        int from = at;
        while (at < text.length()
                && ENDS_NAME.indexOf(text.charAt(at)) < 0
                && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw wrong("a field name, a quoted name, *, . or ..");
        }
        return text.substring(from, at).intern();
    }

    private String quoted() {
        space();
        if (!take('\'')) {
            throw wrong("a text in single quotes");
        }
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\'') {
                out.append(c);
            } else if (!take('\'')) {
                return out.toString();
            } else {
                out.append('\'');
            }
        }
        throw wrong("a closing single quote");
    }

    /** A regular expression of linear time. */
    static Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "found '" + expression + "'; expected a regular expression (RE2): " + e.getDescription(), e);
        }
    }

    private void need(String sign) {
        if (!sign(sign)) {
            throw wrong("'" + sign + "'");
        }
    }

    private boolean sign(String sign) {
        space();
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    private boolean word(String word) {
        space();
        int end = at + word.length();
        if (!text.startsWith(word, at) || (end < text.length() && " ('\n".indexOf(text.charAt(end)) < 0)) {
            return false;
        }
        at = end;
        return true;
    }

    private boolean take(char sign) {
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void end(String expected) {
        space();
        if (at < text.length()) {
            throw wrong(expected);
        }
    }

    private IllegalArgumentException wrong(String expected) {
        String found = at < text.length() ? "'" + text.substring(at) + "'" : "its end";
        return new IllegalArgumentException("found " + found + " in '" + text + "'; expected " + expected);
    }
}
