package io.musubi.journal;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Compression (zlib, RFC 1950) with a preset dictionary; an empty dictionary is none. */
final class Packing {
    /** Deflate makes no more of a byte than this. */
    private static final int MOST_FOR_ONE = 1_100;

    private Packing() {}

    static byte[] pack(byte[] bytes, byte[] dictionary) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try {
            if (dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
            byte[] piece = new byte[8192];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** The opposite of {@link #pack}; zlib's checksum is verified. */
    static byte[] unpack(byte[] packed, int size, byte[] dictionary) throws DataFormatException {
        if (size < 0 || size / MOST_FOR_ONE > packed.length) {
            throw new DataFormatException("it cannot have " + size + " bytes");
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] bytes = new byte[size];
            int done = inflater.inflate(bytes);
            if (inflater.needsDictionary()) {
                inflater.setDictionary(dictionary);
                done = inflater.inflate(bytes);
            }
            // The checksum stands after the last byte of text: one more call reads it.
            while (!inflater.finished() && done <= size) {
                int more = inflater.inflate(new byte[1]);
                if (more == 0 && !inflater.finished()) {
                    throw new DataFormatException("the text ends early");
                }
                done += more;
            }
            if (done != size) {
                throw new DataFormatException("expected " + size + " bytes, found " + done);
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new DataFormatException("the dictionary does not fit");
        } finally {
            inflater.end();
        }
    }
}
