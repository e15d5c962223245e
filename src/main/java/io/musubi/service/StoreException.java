package io.musubi.service;

import io.musubi.model.Text;

/** Trouble with the data folder as a whole, told in both languages, with the way out. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    StoreException(Text text) {
        super(text.en());
        this.text = text;
    }

    /** What is wrong and what to do. */
    public Text text() {
        return text;
    }
}
