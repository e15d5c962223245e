package io.musubi.text;

/** A search was ended before its end: it took longer than it may, or whoever asked no longer waits. */
public final class SearchTimeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SearchTimeException() {
        super("The search was ended before its end");
    }
}
