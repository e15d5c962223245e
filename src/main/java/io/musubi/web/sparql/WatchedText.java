package io.musubi.web.sparql;

/** A text that is read by a pattern, and looks now and then whether its query is to stop. */
final class WatchedText implements CharSequence {
    private static final int SOMETIMES = 0xfff;

    private final String text;
    private final Running running;
    private int reads;

    /** The text to match: a short one as it is, since it is done before anybody could look. */
    static CharSequence of(String text, Running running) {
        return text.length() <= SOMETIMES ? text : new WatchedText(text, running);
    }

    private WatchedText(String text, Running running) {
        this.text = text;
        this.running = running;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if ((++reads & SOMETIMES) == 0) {
            running.check();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.substring(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
