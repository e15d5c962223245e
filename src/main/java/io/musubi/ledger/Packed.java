package io.musubi.ledger;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** A byte string as the ledger keeps it: deflated by itself (zlib, RFC 1950, with its checksum). */
final class Packed {
    private static final int PIECE = 8 * 1024;

    private final int length;
    private final byte[] bytes;

    private Packed(int length, byte[] bytes) {
        this.length = length;
        this.bytes = bytes;
    }

    static Packed of(byte[] plain) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3 + 64);
            byte[] piece = new byte[PIECE];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return new Packed(plain.length, out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /** How long it is when it is unpacked. */
    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }
}
