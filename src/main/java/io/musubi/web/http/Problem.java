package io.musubi.web.http;

import io.musubi.model.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a request was not answered (RFC 9457), in both languages of the house.
 *
 * @param status the HTTP status
 * @param type the problem's name: the end of its IRI {@code https://w3id.org/musubi/problem/…}
 * @param title what is wrong, the same for every occurrence
 * @param detail what is wrong this time, and what to do
 * @param more further members of the answer: limits, positions; {@code retry-after} (seconds) becomes a header
 */
public record Problem(int status, String type, Text title, Text detail, Map<String, Object> more) {
    /** The member that becomes the header Retry-After. */
    public static final String RETRY_AFTER = "retryAfter";

    /** The member that becomes the header Allow. */
    public static final String ALLOW = "allow";

    /** Takes an immutable copy. */
    public Problem {
        more = Map.copyOf(more);
    }

    /** A problem without further members. */
    public static Problem of(int status, String type, Text title, Text detail) {
        return new Problem(status, type, title, detail, Map.of());
    }

    /** The same with one more member. */
    public Problem with(String name, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(name, value);
        return new Problem(status, type, title, detail, members);
    }

    /** As an exception, for the one place that answers. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
