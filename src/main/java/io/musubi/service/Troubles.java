package io.musubi.service;

import io.musubi.journal.HeldException;
import io.musubi.journal.JournalException;
import io.musubi.ledger.LedgerException;
import io.musubi.mapping.CrosswalkException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What an exception means to the user: the only place that sorts them. */
public final class Troubles {
    private Troubles() {}

    /** Trouble with ledger, journal or graph: somebody else holds it, the disk is full, a file is damaged. */
    public static boolean isStore(Throwable e) {
        return e instanceof LedgerException || e instanceof JournalException || e instanceof HeldException;
    }

    /** Trouble with a file that was given. */
    public static boolean isInput(Throwable e) {
        return e instanceof IOException || e instanceof UncheckedIOException;
    }

    /** One sentence for the user; for what nobody foresaw, with the place in the program. */
    public static String message(Throwable e) {
        boolean isForeseen =
                isStore(e) || isInput(e) || e instanceof IllegalArgumentException || e instanceof CrosswalkException;
        String text = e.getMessage() == null ? e.toString() : e.getMessage();
        if (isForeseen) {
            return text;
        }
        StringBuilder out = new StringBuilder("Something went wrong that should not: " + e);
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("io.musubi.")) {
                return out.append(" at ")
                        .append(frame)
                        .append(". Please report it.")
                        .toString();
            }
        }
        return out.append(". Please report it.").toString();
    }
}
