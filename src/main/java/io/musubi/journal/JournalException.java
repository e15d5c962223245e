package io.musubi.journal;

import java.nio.file.Path;

/** The journal's file cannot be read or written. The message names the file and what to do next. */
public final class JournalException extends RuntimeException {
    JournalException(Path file, String trouble, Throwable cause) {
        super(
                "Journal " + file + ": " + trouble + " (" + cause.getMessage()
                        + "). Check the disk and the file's rights; 'musubi doctor' says whether it is damaged.",
                cause);
    }

    /** Something in the file is not what was written. */
    JournalException(Path file, String damage) {
        super("Journal " + file + " is damaged: " + damage + ".");
    }
}
