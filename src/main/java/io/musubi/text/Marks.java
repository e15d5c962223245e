package io.musubi.text;

import io.musubi.journal.Journal;
import io.musubi.model.Hash;
import io.musubi.model.State;
import java.time.Instant;
import java.util.Map;
import org.apache.lucene.util.Version;

/**
 * What an index says of itself, in the data of the same Lucene commit as the entries it speaks of.
 *
 * @param state the journal's state that it shows
 * @param forgettings how often the journal had forgotten when the index last dropped all that is not live
 */
record Marks(State state, long forgettings) {
    /** Of an empty index. */
    static final Marks NONE = new Marks(Journal.EMPTY, 0);

    /** Raise it when entries or their analysis change; another list of fields or another Lucene raises it too. */
    private static final int FORMAT_NUMBER = 1;

    private static final String FORMAT = FORMAT_NUMBER + "-" + Version.LATEST + "-"
            + Hash.of(Fields.ALL.toString()).shortHex();

    Map<String, String> data() {
        return Map.of(
                "format", FORMAT,
                "number", Long.toString(state.number()),
                "time", state.time().toString(),
                "hash", state.hash(),
                "forgettings", Long.toString(forgettings));
    }

    /** Whether an index with this data was made as we would make it. */
    static boolean isOurs(Map<String, String> data) {
        return FORMAT.equals(data.get("format"));
    }

    /** Reads them; {@link #NONE} from an index that was never finished. */
    static Marks of(Map<String, String> data) {
        if (!isOurs(data)) {
            return NONE;
        }
        State state = new State(
                Long.parseLong(data.get("number")), Instant.parse(data.get("time")), data.getOrDefault("hash", ""));
        return new Marks(state, Long.parseLong(data.get("forgettings")));
    }
}
