package io.musubi.web.sparql;

import io.musubi.model.Text;
import io.musubi.web.page.Prefixes;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryParseException;

/**
 * What is wrong with a query and where, from what the parser reports of it.
 *
 * @param line counted from 1; 0 where the place is not known
 * @param column counted from 1
 * @param cause in words for those who wrote the query
 */
record SyntaxFault(int line, int column, Text cause) {
    private static final Pattern PLACE = Pattern.compile("[Ll]ine:? (\\d+), col(?:umn)?:? (\\d+)");
    private static final Pattern END = Pattern.compile("^Encountered \"<EOF>\"");
    private static final Pattern TOKEN = Pattern.compile("^Encountered \" [^\"]*(?:\"[^\"]*\" )?\"(.*?) ?\"\" at line");
    private static final Pattern OPEN = Pattern.compile("Encountered: <EOF> after prefix \"(?:\\\\[\"']|<)");
    private static final Pattern WORD = Pattern.compile("^Lexical error.* after prefix \"(.*)\"$");
    private static final Pattern PREFIX = Pattern.compile("Unresolved prefixed name: ([^:]*):");
    private static final Pattern UNGROUPED = Pattern.compile("Non-group key variable in SELECT: (\\S+)");
    private static final Pattern TAKEN = Pattern.compile("Variable used when already in-scope: (\\S+)");
    private static final Pattern STAR = Pattern.compile("SELECT \\* not legal with GROUP BY");
    private static final Pattern EXPECTED = Pattern.compile("^ {4}(\\S+)", Pattern.MULTILINE);
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final int MOST_EXPECTED = 6;

    /** What the parser says of {@code query}. */
    static SyntaxFault of(String query, QueryParseException report) {
        String words = String.valueOf(report.getMessage());
        Text cause = cause(words);
        return find(PLACE, words)
                .map(place -> new SyntaxFault(number(place, 1), Math.max(1, number(place, 2)), cause))
                .orElseGet(() -> at(query, words, cause));
    }

    private static Text cause(String words) {
        return find(END, words)
                .map(it -> end(words))
                .or(() -> find(TOKEN, words).map(it -> token(it.group(1), words)))
                .or(() -> find(OPEN, words)
                        .map(it -> new Text("文字列かIRIが閉じられていません。", "A string or an IRI is not closed.")))
                .or(() -> find(WORD, words).map(it -> word(plain(it.group(1)))))
                .or(() -> find(PREFIX, words).map(it -> prefix(it.group(1))))
                .or(() -> find(UNGROUPED, words).map(it -> ungrouped(it.group(1))))
                .or(() -> find(TAKEN, words).map(it -> taken(it.group(1))))
                .or(() -> find(STAR, words)
                        .map(it -> new Text(
                                "GROUP BY のあるクエリで SELECT * は使えません。変数と集計を並べてください。",
                                "SELECT * is not possible with GROUP BY. List variables and aggregates instead.")))
                .orElseGet(() -> new Text("構文解析の報告: " + words, "The parser says: " + words));
    }

    private static Text end(String words) {
        Text next = expected(words);
        return new Text(
                "クエリが途中で終わっています。括弧の閉じ忘れがないか見てください。" + next.ja(),
                "The query ends too early. See whether a bracket is left open." + next.en());
    }

    private static Text token(String found, String words) {
        Text next = expected(words);
        return new Text(
                "「" + plain(found) + "」はここに書けません。" + next.ja(),
                "'" + plain(found) + "' cannot stand here." + next.en());
    }

    private static Text word(String found) {
        return new Text(
                "「" + found + "」はSPARQLの語でも、接頭辞の付いた名前（dct:title など）でもありません。",
                "'" + found + "' is neither a word of SPARQL nor a name with a prefix, such as dct:title.");
    }

    private static Text prefix(String prefix) {
        String line = "PREFIX " + prefix + ": <" + Prefixes.ALL.getOrDefault(prefix, "…") + ">";
        return new Text(
                "接頭辞 " + prefix + ": が宣言されていません。先頭に " + line + " を加えてください。",
                "The prefix " + prefix + ": is not declared. Put " + line + " at the beginning.");
    }

    private static Text ungrouped(String variable) {
        return new Text(
                variable + " は GROUP BY にも集計（COUNT など）にもありません。GROUP BY に加えるか、集計してください。",
                variable + " is neither in GROUP BY nor in an aggregate such as COUNT. Put it into one of them.");
    }

    private static Text taken(String variable) {
        return new Text(
                variable + " にはすでに値があります。AS の後には新しい変数を書いてください。",
                variable + " has a value already. Write a new variable after AS.");
    }

    /** What could stand there, if that can be said shortly. */
    private static Text expected(String words) {
        Set<Text> kinds = EXPECTED.matcher(words)
                .results()
                .map(it -> kind(it.group(1)))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (kinds.isEmpty() || kinds.size() > MOST_EXPECTED) {
            return new Text("", "");
        }
        return new Text(
                "書けるもの: " + kinds.stream().map(Text::ja).collect(Collectors.joining("、")) + "。",
                " Possible: " + kinds.stream().map(Text::en).collect(Collectors.joining(", ")) + ".");
    }

    private static Optional<Text> kind(String token) {
        return switch (token.replaceAll("[<>0-9]|_(POSITIVE|NEGATIVE|LITERAL.*|LONG)", "")) {
            case "IRIref", "PNAME_NS", "PNAME_LN" -> Optional.of(new Text("IRI", "an IRI"));
            case "VAR" -> Optional.of(new Text("変数", "a variable"));
            case "INTEGER", "DECIMAL", "DOUBLE" -> Optional.of(new Text("数", "a number"));
            case "STRING", "\"true\"", "\"false\"" -> Optional.of(new Text("値", "a value"));
            case "BLANK_NODE_LABEL", "ANON", "NIL", "EOF", "\"[\"", "\"\\ufeff\"" -> Optional.empty();
            default -> {
                String plain = token.replace("\"", "").toUpperCase(java.util.Locale.ROOT);
                yield Optional.of(new Text(plain, plain));
            }
        };
    }

    /** For what the parser finds only after reading: the first line that names the variable, or that selects. */
    private static SyntaxFault at(String query, String words, Text cause) {
        String sought = Stream.of(UNGROUPED, TAKEN)
                .flatMap(pattern -> find(pattern, words).stream())
                .map(it ->
                        (words.contains("already in-scope") ? "(?i:AS\\s+)" : "") + Pattern.quote(it.group(1)) + "\\b")
                .findFirst()
                .orElse("(?i)\\bSELECT\\b");
        return find(Pattern.compile(sought), query)
                .map(it -> {
                    String before = query.substring(0, it.start());
                    return new SyntaxFault(
                            1 + (int) before.chars().filter(c -> c == '\n').count(),
                            it.start() - before.lastIndexOf('\n'),
                            cause);
                })
                .orElse(new SyntaxFault(0, 0, cause));
    }

    private static Optional<MatchResult> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static String plain(String escaped) {
        return ESCAPE.matcher(escaped).replaceAll(it -> String.valueOf((char) Integer.parseInt(it.group(1), 16)));
    }
}
