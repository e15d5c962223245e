package io.musubi.web.http;

import io.musubi.model.State;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;

/** Conditional requests (RFC 9110 § 13): what is unchanged since the caller's copy is not sent again. */
public final class Conditional {
    /** The header that names the state at every door. */
    public static final String STATE = "Musubi-State";

    private Conditional() {}

    /** The tag of something made of {@code content} (the id of a state, the hash of a document) in a form of its own. */
    public static String tag(String content, String form) {
        return "W/\"" + content + "-" + form.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".") + "\"";
    }

    /** Marks an answer made from the whole graph. */
    public static void mark(HttpServletResponse response, State state, String form) {
        mark(response, state, state.id(), form);
    }

    /** Marks an answer made at {@code state} from {@code content}. */
    public static void mark(HttpServletResponse response, State state, String content, String form) {
        response.setHeader(STATE, state.id());
        response.setHeader("ETag", tag(content, form));
        response.setHeader("Cache-Control", "no-cache");
    }

    /** Whether the caller has the answer from this state already; if so, 304 is answered. */
    public static boolean isKnown(HttpServletRequest request, HttpServletResponse response, State state, String form) {
        return isKnown(request, response, state, state.id(), form);
    }

    /** Whether the caller has what {@code content} says already; if so, 304 is answered. */
    public static boolean isKnown(
            HttpServletRequest request, HttpServletResponse response, State state, String content, String form) {
        String known = request.getHeader("If-None-Match");
        String tag = tag(content, form).substring(2);
        boolean same = known != null
                && !request.getMethod().equals("POST")
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(other -> other.equals("*") || other.equals(tag) || other.equals("W/" + tag));
        if (same) {
            mark(response, state, content, form);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return same;
    }
}
