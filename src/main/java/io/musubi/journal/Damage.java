package io.musubi.journal;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether a view that failed is itself broken, so that it should be made anew, or something around it is. */
public final class Damage {
    private Damage() {}

    /**
     * What libraries throw on damaged files is anything. What they throw when the files are sound has a cause outside: the
     * journal, or the disk, which making the view anew would only fill further.
     *
     * @param thrown by the view
     * @param isOutside knows further causes that are none of the view's
     */
    public static boolean isLikely(Throwable thrown, Predicate<Throwable> isOutside) {
        return Stream.iterate(thrown, it -> it != null, Throwable::getCause)
                .limit(20)
                .noneMatch(it -> it instanceof JournalException || isOutside.test(it));
    }
}
