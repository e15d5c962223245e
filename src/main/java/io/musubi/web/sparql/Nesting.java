package io.musubi.web.sparql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How deep a query is nested, seen before it is parsed.
 *
 * @param brackets of any kind, one within the other
 * @param exists patterns of {@code EXISTS}, one within the other
 */
record Nesting(int brackets, int exists) {
    private static final Pattern BRACKET = Pattern.compile("(?i:\\b(EXISTS)\\s*)?([({\\[])|[)}\\]]");

    /** Measures a query without its strings, IRIs and comments. */
    static Nesting of(String bare) {
        Deque<Boolean> open = new ArrayDeque<>();
        Nesting deepest = new Nesting(0, 0);
        int exists = 0;
        for (Matcher bracket = BRACKET.matcher(bare); bracket.find(); ) {
            boolean opens = bracket.group(2) != null;
            if (opens) {
                open.push(bracket.group(1) != null);
                exists += bracket.group(1) != null ? 1 : 0;
                deepest = deepest.or(open.size(), exists);
            } else if (!open.isEmpty() && open.pop()) {
                exists--;
            }
        }
        return deepest;
    }

    private Nesting or(int moreBrackets, int moreExists) {
        return new Nesting(Math.max(brackets, moreBrackets), Math.max(exists, moreExists));
    }
}
