package io.musubi.web.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the two languages of the house to answer in. */
public final class Language {
    private Language() {}

    private static final String COOKIE = "lang";
    private static final int YEAR = 31_536_000;

    /**
     * The language to answer a request in: what it asks for, else what its reader chose before, else what the browser
     * prefers.
     *
     * @param asked the parameter {@code lang}
     */
    public static String of(HttpServletRequest request, @Nullable String asked) {
        return choose(asked != null ? asked : remembered(request), request.getHeader("Accept-Language"));
    }

    /** Remembers the reader's own choice: two letters, nothing that tells one reader from another. */
    static void remember(HttpServletResponse response, String language) {
        response.addHeader(
                "Set-Cookie", COOKIE + "=" + language + "; Path=/; Max-Age=" + YEAR + "; SameSite=Lax; HttpOnly");
    }

    private static @Nullable String remembered(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("ja|en")) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /**
     * {@code ja} or {@code en}.
     *
     * @param asked the parameter {@code lang}, or the language remembered, which goes before the header
     * @param header the header Accept-Language
     */
    public static String choose(@Nullable String asked, @Nullable String header) {
        if (asked != null) {
            return asked.toLowerCase(Locale.ROOT).startsWith("ja") ? "ja" : "en";
        }
        String best = "en";
        double bestQuality = 0;
        for (String item : header == null || header.length() > 1_000 ? new String[0] : header.split(",", -1)) {
            String[] parts = item.strip().toLowerCase(Locale.ROOT).split(";\\s*q=", 2);
            String language = parts[0].startsWith("ja") ? "ja" : parts[0].startsWith("en") ? "en" : "";
            double quality = parts.length == 1 ? 1 : quality(parts[1]);
            if (!language.isEmpty() && quality > bestQuality) {
                best = language;
                bestQuality = quality;
            }
        }
        return best;
    }

    private static double quality(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
