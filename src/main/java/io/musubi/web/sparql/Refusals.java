package io.musubi.web.sparql;

import io.musubi.model.Text;
import io.musubi.web.http.Problem;
import org.apache.jena.query.QueryParseException;

/** Why this endpoint does not answer a query, in words that say what to change. */
final class Refusals {
    private static final int LONGEST = 600;

    private Refusals() {}

    static Problem syntax(String query, QueryParseException e) {
        SyntaxFault fault = SyntaxFault.of(query, e);
        Text cause = new Text(shorten(fault.cause().ja()), shorten(fault.cause().en()));
        Text title = new Text("SPARQL 1.1の構文に合いません", "Not a SPARQL 1.1 query");
        if (fault.line() == 0) {
            return Problem.of(400, "query-syntax", title, cause);
        }
        Text detail = new Text(
                fault.line() + "行目の" + fault.column() + "文字目: " + cause.ja(),
                "Line " + fault.line() + ", column " + fault.column() + ": " + cause.en());
        return Problem.of(400, "query-syntax", title, detail)
                .with("line", fault.line())
                .with("column", fault.column());
    }

    static Problem invalid(String words) {
        return Problem.of(
                400,
                "query-invalid",
                new Text("このクエリは評価できません", "The query cannot be evaluated"),
                new Text(shorten(words), shorten(words)));
    }

    static Problem update() {
        return Problem.of(
                403,
                "read-only",
                new Text("読み取り専用です", "Read-only"),
                new Text(
                        "ここでは更新（INSERT, DELETE, LOAD, CLEAR など）はできません。データは元の機関の記録から取り込まれます。",
                        "Updates (INSERT, DELETE, LOAD, CLEAR …) are not possible here. The data comes from the records"
                                + " of its sources."));
    }

    static Problem mediaType(String found) {
        return Problem.of(
                415,
                "unsupported-media-type",
                new Text("この形式の要求は受け取れません", "Unsupported media type"),
                new Text(
                        "POSTの本体は application/sparql-query か application/x-www-form-urlencoded で送ってください（"
                                + shorten(found) + " でした）。",
                        "POST a query as application/sparql-query or application/x-www-form-urlencoded, not '"
                                + shorten(found) + "'."));
    }

    /** RFC 9110 § 15.5.16 */
    static Problem contentCoding(String found) {
        return Problem.of(
                415,
                "unsupported-content-coding",
                new Text("圧縮された要求は受け取れません", "Unsupported content coding"),
                new Text(
                        "本体は圧縮せずに送ってください（Content-Encoding: " + shorten(found) + " でした）。",
                        "Send the body as it is, without Content-Encoding: " + shorten(found) + "."));
    }

    static Problem service() {
        return Problem.of(
                403,
                "no-service",
                new Text("SERVICEは使えません", "SERVICE is closed"),
                new Text(
                        "このサーバーは他のサーバーへ問い合わせません。両方に問い合わせ、手元で結合してください。",
                        "This server asks no other server. Query both and join on your side."));
    }

    static Problem function(String iri) {
        return Problem.of(
                400,
                "unknown-function",
                new Text("使えない関数です", "Function not available"),
                new Text(
                        "関数 <" + shorten(iri) + "> は使えません。SPARQL 1.1の関数、xsd: の型変換、fn: の一部が使えます。",
                        "The function <" + shorten(iri)
                                + "> is not available. The functions of SPARQL 1.1, the casts of"
                                + " xsd: and some of fn: are."));
    }

    static Problem regex(String pattern, String why) {
        return Problem.of(
                400,
                "regex",
                new Text("この正規表現は使えません", "Regular expression not possible"),
                new Text(
                        "「" + shorten(pattern) + "」: " + why + "。線形時間で評価できる正規表現（RE2）だけが使えます。先読み・後読み・後方参照はできません。",
                        "'" + shorten(pattern) + "': " + why + ". Only expressions that can be evaluated in linear time"
                                + " (RE2) are possible: no look-around, no back references."));
    }

    static Problem length(int found, int limit) {
        return Problem.of(
                        413,
                        "query-too-long",
                        new Text("クエリが長すぎます", "Query too long"),
                        new Text(
                                "クエリは" + limit + "文字までです（" + found + "文字でした）。VALUESを分けてください。",
                                "A query may have " + limit + " characters, this has " + found + ". Split its VALUES."))
                .with("limit", limit);
    }

    static Problem parts(int limit) {
        return Problem.of(
                        400,
                        "query-too-complex",
                        new Text("クエリが複雑すぎます", "Query too complex"),
                        new Text(
                                "クエリの演算子・パターンは合わせて" + limit + "個までです。値を並べるにはVALUESを使ってください（VALUESの中は数えません）。",
                                "A query may have " + limit + " operators and patterns together. List values by VALUES,"
                                        + " where they do not count."))
                .with("limit", limit);
    }

    static Problem depth(int limit) {
        return Problem.of(
                        400,
                        "query-too-deep",
                        new Text("入れ子が深すぎます", "Nested too deep"),
                        new Text(
                                "括弧の入れ子、式、または経路の深さがこのサーバーの限度を超えました（括弧は" + limit + "段まで）。",
                                "Brackets, an expression or a path are nested deeper than this server can follow (brackets: "
                                        + limit + " levels)."))
                .with("limit", limit);
    }

    static Problem exists(int limit) {
        return Problem.of(
                        400,
                        "query-too-deep",
                        new Text("入れ子が深すぎます", "Nested too deep"),
                        new Text(
                                "EXISTSの入れ子は" + limit + "段までです。パターンを一つにまとめるか、副問い合わせに分けてください。",
                                "EXISTS may be nested " + limit
                                        + " levels deep. Join the patterns, or put a part into a sub-select."))
                .with("limit", limit);
    }

    static Problem string(int limit) {
        return Problem.of(
                        422,
                        "string-too-long",
                        new Text("文字列が長すぎます", "String too long"),
                        new Text(
                                "クエリが作る値は" + limit + "文字までです。CONCAT、REPLACE、GROUP_CONCATなどを見直してください。",
                                "A value made by a query may have " + limit
                                        + " characters. Look at CONCAT, REPLACE and GROUP_CONCAT."))
                .with("limit", limit);
    }

    static Problem size(String what, long limit) {
        return Problem.of(
                        422,
                        "answer-too-large",
                        new Text("答えが大きすぎます", "Answer too large"),
                        new Text(
                                "答えは" + limit + "件（" + what + "）までです。LIMITとOFFSETで分けるか、条件を絞ってください。",
                                "An answer may have " + limit + " " + what
                                        + ". Ask for it in parts by LIMIT and OFFSET, or narrow it down."))
                .with("limit", limit);
    }

    static Problem time(Limits limits) {
        double seconds = limits.time().toMillis() / 1000.0;
        return Problem.of(
                        503,
                        "time-limit",
                        new Text("時間切れです", "Time limit reached"),
                        new Text(
                                "クエリは" + seconds + "秒以内に終わりませんでした。答えの一部ではなく、何も返していません。条件を絞ってください。",
                                "The query did not end within " + seconds
                                        + " s. Nothing of the answer is given, not even a part. Narrow the query down."))
                .with("limitSeconds", seconds);
    }

    /** Why a query is stopped whose answer nobody takes; its connection is broken off. */
    static Problem slow() {
        return Problem.of(
                408,
                "slow-reader",
                new Text("受信が遅すぎます", "Reader too slow"),
                new Text("答えが受け取られないため、接続を切ります。", "Nobody takes the answer: the connection is broken off."));
    }

    static Problem memory() {
        return Problem.of(
                        503,
                        "memory-limit",
                        new Text("メモリーが足りません", "Out of memory for this query"),
                        new Text(
                                "他の利用者のために、このクエリは止められました。並べ替え・集約する量を減らしてください。",
                                "This query was stopped so that others can go on. Sort and group less at a time."))
                .with(Problem.RETRY_AFTER, 10);
    }

    static Problem busy(int atOnce) {
        return Problem.of(
                        503,
                        "busy",
                        new Text("混み合っています", "Busy"),
                        new Text(
                                "同時に実行できるクエリは" + atOnce + "件です。少し待って、もう一度お試しください。",
                                "No more than " + atOnce + " queries run at once. Wait a little and try again."))
                .with(Problem.RETRY_AFTER, 5);
    }

    private static String shorten(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " …";
    }
}
