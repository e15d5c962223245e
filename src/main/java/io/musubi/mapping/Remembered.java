package io.musubi.mapping;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers of a function to short texts that were asked for lately: sources repeat their languages, licences, types,
 * dates and addresses. A later text takes the place of an earlier one, so it never fills up. Any number of threads.
 *
 * @param <A> what is answered
 */
final class Remembered<A> {
    private static final int PLACES = 512;
    private static final int LONGEST = 80;

    private final Function<String, A> function;
    private final @Nullable Answer<A>[] answers;

    /** Immutable, so that another thread sees all of it or nothing. */
    private record Answer<A>(String text, A answer) {}

    /** @param function always gives the same for the same text */
    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no generic arrays
    Remembered(Function<String, A> function) {
        this.function = function;
        this.answers = new Answer[PLACES];
    }

    /** What the function says of {@code text}. */
    A of(String text) {
        if (text.length() > LONGEST) {
            return function.apply(text);
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Answer<A> known = answers[place];
        if (known == null || !known.text().equals(text)) {
            known = new Answer<>(text, function.apply(text));
            answers[place] = known;
        }
        return known.answer();
    }
}
