package io.musubi.bench.invented;

/** Elements as text, each on a line of its own. */
final class Xml {
    private final StringBuilder out = new StringBuilder(8_000);

    /** {@code <name attributes>text</name>}. */
    Xml leaf(String name, String attributes, String text) {
        open(name, attributes);
        out.setLength(out.length() - 1); // without the line's end
        escape(text);
        return close(name);
    }

    Xml open(String name, String attributes) {
        out.append('<').append(name);
        if (!attributes.isEmpty()) {
            out.append(' ').append(attributes);
        }
        out.append(">\n");
        return this;
    }

    Xml close(String name) {
        out.append("</").append(name).append(">\n");
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
