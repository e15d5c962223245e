package io.musubi.journal;

import io.musubi.model.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The preset dictionaries of the texts. A row never changes once it is written, so they are read once. */
final class Dictionaries {
    /** Enough documents for a dictionary; and a type that arrived with fewer gets a new one when there are so many more. */
    private static final int SAMPLE = 500;

    private static final int MORE = 8;
    private static final byte[] NONE = {};

    private final Map<Long, byte[]> known = new ConcurrentHashMap<>();

    /** Forgets what was written in a transaction that was rolled back: its numbers are given again. */
    void reset() {
        known.clear();
    }

    /** The dictionary numbered {@code id}. */
    byte[] bytes(Database database, long id) {
        if (id == 0) {
            return NONE;
        }
        byte[] bytes = known.get(id);
        if (bytes == null) {
            bytes = database.one("SELECT bytes FROM dictionary WHERE id = ?", row -> row.getBytes(1), id)
                    .orElseThrow(() -> database.damaged("dictionary " + id + " is not there"));
            known.put(id, bytes);
        }
        return bytes;
    }

    /** The newest dictionary for documents of {@code type}; 0 when there is none. */
    long newest(Database database, String type) {
        return database.number("SELECT coalesce(max(id), 0) FROM dictionary WHERE type = ?", type);
    }

    /** Makes dictionaries for the types in {@code documents} that have none, or one made from far fewer. */
    void improve(Database database, Collection<Document> documents) {
        Map<String, List<Document>> byType = new TreeMap<>();
        for (Document document : documents) {
            List<Document> sample = byType.computeIfAbsent(document.type(), type -> new ArrayList<>());
            if (sample.size() < SAMPLE) {
                sample.add(document);
            }
        }
        byType.forEach((type, sample) -> improve(database, type, sample));
    }

    private void improve(Database database, String type, List<Document> sample) {
        long before = database.number("SELECT coalesce(max(documents), 0) FROM dictionary WHERE type = ?", type);
        if (before >= SAMPLE || sample.size() < before * MORE) {
            return;
        }
        byte[] bytes = CommonText.of(sample);
        if (bytes.length > 0) {
            database.change(
                    "INSERT INTO dictionary (type, documents, bytes) VALUES (?, ?, ?)", type, sample.size(), bytes);
        }
    }
}
