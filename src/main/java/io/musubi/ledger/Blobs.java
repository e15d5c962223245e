package io.musubi.ledger;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Byte strings in a table of their own, each deflated by itself: nothing of one outlives its purge in another. */
final class Blobs {
    private static final int BUFFER = 32 * 1024;

    private final Sql sql;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[BUFFER];

    Blobs(Sql sql) {
        this.sql = sql;
    }

    /** Keeps {@code bytes}; gives their number. */
    long put(byte[] bytes) {
        return sql.insert("insert into blob (length, bytes) values (?, ?)", bytes.length, deflate(bytes));
    }

    byte[] get(long id) {
        return sql.one(
                        "select length, bytes from blob where id = ?",
                        row -> inflate(row.getBytes(2), row.getInt(1)),
                        id)
                .orElseThrow(() -> new LedgerException("Blob " + id + " is not there; the ledger is damaged"));
    }

    private byte[] deflate(byte[] bytes) {
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    private byte[] inflate(byte[] bytes, int length) {
        inflater.reset();
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
}
