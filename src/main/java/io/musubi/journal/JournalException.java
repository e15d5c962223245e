package io.musubi.journal;

import java.nio.file.Path;

/** The journal's file cannot be read or written. The message names the file and what to do next. */
public final class JournalException extends RuntimeException {
    JournalException(Path file, String trouble, Throwable cause) {
        super(
                "Journal " + file + ": " + trouble + " (" + cause.getMessage()
                        + "). Check the disk and the file's rights; a damaged journal is made again by"
                        + " 'musubi rebuild'.",
                cause);
    }
}
