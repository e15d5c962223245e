package io.musubi.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Pages: the frame from {@code web/page.html} with content in it. Everything that comes from data passes {@link #text}. */
final class Html {
    private static final String FRAME = resource("page.html");

    private Html() {}

    /** A file of {@code src/main/resources/web}. */
    static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource web/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource web/" + name, e);
        }
    }

    /**
     * A whole page.
     *
     * @param up the way to the base: {@code ../../}
     * @param title plain text
     * @param body markup
     */
    static String page(String language, String up, String title, String body) {
        String other = language.equals("ja") ? "en" : "ja";
        return FRAME.replace("{lang}", language)
                .replace("{up}", up)
                .replace("{home}", up.isEmpty() ? "./" : up)
                .replace("{other}", other)
                .replace("{otherName}", other.equals("ja") ? "日本語" : "English")
                .replace("{title}", text(title))
                .replace("{body}", body);
    }

    /** Text as markup, for content and for attributes in double quotes. */
    static String text(String plain) {
        StringBuilder out = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return out.toString();
    }

    /** A link; both parts plain text. */
    static String link(String address, String shown) {
        return "<a href=\"" + text(address) + "\">" + text(shown) + "</a>";
    }
}
