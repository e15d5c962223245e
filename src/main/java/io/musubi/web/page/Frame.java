package io.musubi.web.page;

import io.musubi.web.http.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every page knows of the request it answers.
 *
 * @param language {@code ja} or {@code en}
 * @param up the way from this page to the base: {@code ../../}, or empty at the base
 * @param here the first segment of the path: {@code search}; empty at the base
 * @param switchTo the address of this page in the other language
 * @param state the id of the state shown; empty where the page shows none
 */
public record Frame(String language, String up, String here, String switchTo, String state) {

    static Frame of(Exchange exchange, String state) {
        return new Frame(
                exchange.language(),
                exchange.up(),
                first(exchange.path()),
                otherLanguage(exchange.request(), exchange.language()),
                state);
    }

    /** For a request that was refused before anything was read of it. */
    static Frame of(HttpServletRequest request, String language) {
        String path = request.getRequestURI();
        int deep = (int) path.chars().filter(c -> c == '/').count() - 1;
        return new Frame(language, "../".repeat(Math.max(0, deep)), first(path), otherLanguage(request, language), "");
    }

    /** The base as a link: a relative reference must not be empty. */
    public String home() {
        return up.isEmpty() ? "./" : up;
    }

    /** The other language. */
    public String other() {
        return language.equals("ja") ? "en" : "ja";
    }

    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    }

    /** The parameters as they came, but for the language. */
    private static String otherLanguage(HttpServletRequest request, String language) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return Stream.concat(
                        Arrays.stream(query.split("&", -1)).filter(it -> !it.isEmpty() && !it.startsWith("lang=")),
                        Stream.of("lang="
                                + URLEncoder.encode(language.equals("ja") ? "en" : "ja", StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&", "?", ""));
    }
}
