package io.musubi.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One request and its answer.
 *
 * @param path of the request, as it came: percent-encoded, beginning with a slash
 * @param query the parameters of the address
 * @param language {@code ja} or {@code en}
 */
public record Exchange(
        HttpServletRequest request, HttpServletResponse response, String path, Form query, String language) {

    /** Reads what every door needs to know of a request. */
    public static Exchange of(HttpServletRequest request, HttpServletResponse response) {
        Form query = Form.of(request.getQueryString());
        Optional<String> asked = query.first("lang");
        String language = Language.of(request, asked.orElse(null));
        if (asked.isPresent()) {
            Language.remember(response, language);
        }
        return new Exchange(request, response, request.getRequestURI(), query, language);
    }

    /** The best of {@code offers}: by {@code ?format=} where it is given, else by Accept. */
    public <T> Optional<T> choose(List<Accept.Offer<T>> offers) {
        Optional<String> asked = query.first("format");
        if (asked.isPresent()) {
            return offers.stream()
                    .filter(offer -> offer.names().contains(asked.get()))
                    .map(Accept.Offer::value)
                    .findFirst();
        }
        return Accept.of(request.getHeader("Accept")).choose(offers);
    }

    /** A whole number not below 0 of the address; {@code otherwise} where it is none. */
    public int number(String name, int otherwise) {
        return query.first(name)
                .filter(it -> it.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    /** The way from this path up to the base, so that links hold behind any proxy: {@code ../../}. */
    public String up() {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count() - 1);
    }

    /**
     * Leads on to {@code place} below {@code base}: 303. Relative, so that it holds behind any proxy; but where this
     * path has empty segments (an address as identifier) some clients count the way up wrongly.
     */
    public void seeOther(String base, String place) {
        String root = path.contains("//") ? URI.create(base).getRawPath() : up().isEmpty() ? "./" : up();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", root + place);
    }

    /** Sends text; its length is told, so that a part of it is no whole. */
    public void send(String mediaType, String text) throws IOException {
        send(mediaType + ";charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes. */
    public void send(String contentType, byte[] body) throws IOException {
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
