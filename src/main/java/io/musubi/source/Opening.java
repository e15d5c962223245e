package io.musubi.source;

import java.io.IOException;
import java.io.InputStream;

/** Opens a file at its beginning, as often as asked: so a reader can go on behind what it cannot read. */
interface Opening {
    /** The open file; whoever opens it closes it. */
    InputStream open() throws IOException;
}
