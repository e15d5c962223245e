package io.musubi.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.model.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The problems of this edge and how they are told. */
public final class Problems {
    /** The media type of a told problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String NAMES = "https://w3id.org/musubi/problem/";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    /** 503: too many are here at once. */
    public static Problem busy() {
        return Problem.of(
                        503,
                        "busy",
                        new Text("混み合っています", "Busy"),
                        new Text(
                                "アクセスが集中しています。少し待って、もう一度お試しください。",
                                "Too many ask at once. Wait a little and try again."))
                .with(Problem.RETRY_AFTER, 5);
    }

    /** The problem as JSON, its words in {@code language} ({@code ja} or {@code en}). */
    public static byte[] json(Problem problem, String language) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", NAMES + problem.type());
        members.put("title", problem.title().in(language));
        members.put("status", problem.status());
        members.put("detail", problem.detail().in(language));
        members.putAll(problem.more());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem holds only plain values", e);
        }
    }

    /** What went wrong inside, told without its inside; the log has the rest under the same number. */
    public static Problem internal(Throwable cause) {
        String number = UUID.randomUUID().toString();
        LOG.error("Request failed ({})", number, cause);
        return Problem.of(
                        500,
                        "internal",
                        new Text("サーバー内部の誤り", "Something went wrong inside"),
                        new Text(
                                "要求は正しいかもしれませんが、答えられませんでした。番号を添えてお知らせください。",
                                "The request may be right, but it could not be answered. Please report it with its"
                                        + " number."))
                .with("number", number);
    }

    /** Nothing is known under this address. */
    public static Problem notFound(String path) {
        return Problem.of(
                404,
                "not-found",
                new Text("見つかりません", "Not found"),
                new Text("ここには何もありません: " + path, "There is nothing at " + path));
    }

    /** The method is none of {@code allowed}. */
    public static Problem method(String method, String allowed) {
        return Problem.of(
                        405,
                        "method-not-allowed",
                        new Text("この方法では要求できません", "Method not allowed"),
                        new Text(
                                method + " は使えません。使えるもの: " + allowed + "。ここは読み取り専用です。",
                                method + " is not possible here, only " + allowed + ". This server is read-only."))
                .with(Problem.ALLOW, allowed);
    }

    /** Nothing on offer is acceptable. */
    public static Problem notAcceptable(String offered) {
        return Problem.of(
                406,
                "not-acceptable",
                new Text("求められた形式では答えられません", "No acceptable format"),
                new Text("選べる形式: " + offered, "These formats are on offer: " + offered));
    }

    /** The request is not of the right form. */
    public static Problem badRequest(Text detail) {
        return Problem.of(400, "bad-request", new Text("要求の形が正しくありません", "Bad request"), detail);
    }
}
