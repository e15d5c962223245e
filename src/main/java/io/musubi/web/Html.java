package io.musubi.web;

/** Markup by hand. Everything that comes from data passes {@link #text}. */
final class Html {
    private Html() {}

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
