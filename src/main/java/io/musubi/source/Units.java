package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.Text;

/** What the reader of one syntax hands its units to; unlike {@link UnitSink} it can say that it has enough. */
interface Units {
    /** Takes a unit; false to stop reading. */
    boolean unit(Field unit, long line);

    /** Takes a part that cannot be read; false to stop reading. */
    boolean unreadable(String where, Text reason);
}
