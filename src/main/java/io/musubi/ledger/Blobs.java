package io.musubi.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Byte strings in a table of their own, deflated with a preset dictionary. Records of one format repeat each other's
 * keys and phrases; the dictionary of a format is taught from the examples beside its crosswalk, which are invented, so
 * that nothing of a real record can outlive its purge in a dictionary.
 */
final class Blobs {
    private static final int WINDOW = 32 * 1024;
    private static final long NO_DICTIONARY = 0;

    private final Sql sql;
    private final Map<String, Long> dictionaryOf = new HashMap<>();
    private final Map<Long, byte[]> dictionaries = new HashMap<>();
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[WINDOW];

    Blobs(Sql sql) {
        this.sql = sql;
        reset();
    }

    /** Reads the dictionaries again, after a transaction was rolled back. */
    void reset() {
        dictionaryOf.clear();
        dictionaries.clear();
        sql.all("select id, name, bytes from dictionary order by id", row -> {
            dictionaries.put(row.getLong(1), row.getBytes(3));
            return dictionaryOf.put(row.getString(2), row.getLong(1));
        });
    }

    /** Sets the dictionary for {@code name} unless it has one; only the last 32 KB of {@code examples} count. */
    void teach(String name, byte[] examples) {
        if (dictionaryOf.containsKey(name) || examples.length == 0) {
            return;
        }
        byte[] dictionary = Arrays.copyOfRange(examples, Math.max(0, examples.length - WINDOW), examples.length);
        long id = sql.insert("insert into dictionary (name, bytes) values (?, ?)", name, dictionary);
        dictionaries.put(id, dictionary);
        dictionaryOf.put(name, id);
    }

    /** Keeps {@code bytes} with others of the same {@code name} (a format, or what the bytes are). */
    long put(String name, byte[] bytes) {
        long dictionary = dictionaryOf.getOrDefault(name, NO_DICTIONARY);
        return sql.insert(
                "insert into blob (dictionary, length, bytes) values (?, ?, ?)",
                dictionary,
                bytes.length,
                deflate(bytes, dictionary));
    }

    byte[] get(long id) {
        return sql.one(
                        "select dictionary, length, bytes from blob where id = ?",
                        row -> inflate(row.getBytes(3), row.getInt(2), row.getLong(1)),
                        id)
                .orElseThrow(() -> new LedgerException("Blob " + id + " is not there; the ledger is damaged"));
    }

    private byte[] deflate(byte[] bytes, long dictionary) {
        deflater.reset();
        if (dictionary != NO_DICTIONARY) {
            deflater.setDictionary(dictionary(dictionary));
        }
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    private byte[] inflate(byte[] bytes, int length, long dictionary) {
        inflater.reset();
        if (dictionary != NO_DICTIONARY) {
            inflater.setDictionary(dictionary(dictionary));
        }
        inflater.setInput(bytes);
        byte[] out = new byte[length];
        try {
            int at = 0;
            while (at < length) {
                int got = inflater.inflate(out, at, length - at);
                if (got == 0 && (inflater.finished() || inflater.needsInput())) {
                    throw new LedgerException("A blob ends at " + at + " of " + length + " bytes");
                }
                at += got;
            }
        } catch (DataFormatException e) {
            throw new LedgerException("inflating a blob", e);
        }
        return out;
    }

    private byte[] dictionary(long id) {
        byte[] bytes = dictionaries.get(id);
        if (bytes == null) {
            throw new LedgerException("Dictionary " + id + " is not there; the ledger is damaged");
        }
        return bytes;
    }
}
