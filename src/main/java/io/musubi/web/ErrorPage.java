package io.musubi.web;

import io.musubi.web.http.Problem;
import java.nio.charset.StandardCharsets;

/** A problem as a page. */
final class ErrorPage {
    private ErrorPage() {}

    static byte[] of(String path, Problem problem, String language) {
        String up = "../"
                .repeat(Math.max(0, (int) path.chars().filter(c -> c == '/').count() - 1));
        String body = "<p>" + Html.text(problem.detail().in(language)) + "</p>";
        String title = problem.status() + " " + problem.title().in(language);
        return Html.page(language, up, title, body).getBytes(StandardCharsets.UTF_8);
    }
}
