package io.musubi.ledger;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Byte strings in a table of their own, each {@linkplain Packed packed} by itself: nothing of one outlives its purge in
 * another. Older ones are deflated without checksum.
 */
final class Blobs {
    private static final int BUFFER = 32 * 1024;

    /** The first byte of a zlib stream; no stream without checksum begins with it. */
    private static final byte ZLIB = 0x78;

    /** Deflate makes no more of a byte than this. */
    private static final int MOST_FOR_ONE = 1_100;

    private final Sql sql;
    private final Inflater inflater = new Inflater();
    private final Inflater unchecked = new Inflater(true);
    private final byte[] buffer = new byte[BUFFER];

    Blobs(Sql sql) {
        this.sql = sql;
    }

    /** Keeps {@code packed}; gives its number. */
    long put(Packed packed) {
        return sql.insert("insert into blob (length, bytes) values (?, ?)", packed.length(), packed.bytes());
    }

    byte[] get(long id) {
        return sql.one(
                        "select length, bytes from blob where id = ?",
                        row -> inflate(row.getBytes(2), row.getInt(1)),
                        id)
                .orElseThrow(() -> new LedgerException("The ledger is damaged: blob " + id + " is not there"));
    }

    private byte[] inflate(byte[] bytes, int length) {
        if (bytes.length == 0 || length < 0 || length / MOST_FOR_ONE > bytes.length) {
            throw damaged(length + " bytes cannot be in " + bytes.length);
        }
        Inflater by = bytes[0] == ZLIB ? inflater : unchecked;
        by.reset();
        by.setInput(bytes);
        byte[] out = new byte[length];
        try {
            int at = 0;
            for (int got = 1; at < length && got > 0; at += got) {
                got = by.inflate(out, at, length - at);
            }
            // Only at its very end the checksum is looked at.
            if (at != length || by.inflate(buffer) > 0 || !by.finished()) {
                throw damaged("it does not end at " + length + " bytes");
            }
        } catch (DataFormatException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
        return out;
    }

    private static LedgerException damaged(String how) {
        return new LedgerException("The ledger is damaged: a text cannot be unpacked (" + how + ")");
    }
}
