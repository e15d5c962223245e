package io.musubi.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A stream in another encoding, read as UTF-8 without byte order mark. */
final class Utf8 extends InputStream {
    private final Reader reader;
    private final char[] characters = new char[8192];
    private int kept;
    private byte[] bytes = new byte[0];
    private int from;

    private Utf8(Reader reader) {
        this.reader = reader;
    }

    /** {@code in} itself when it is in UTF-8, behind its byte order mark. */
    static InputStream of(InputStream in, Encoding encoding) throws IOException {
        if (!encoding.charset().equals(StandardCharsets.UTF_8)) {
            return mended(in, encoding);
        }
        in.skipNBytes(encoding.markLength());
        return in;
    }

    /** The stream in right UTF-8: what is not in its encoding is {@link Decoded#DAMAGE}. */
    static InputStream mended(InputStream in, Encoding encoding) throws IOException {
        in.skipNBytes(encoding.markLength());
        return new Utf8(Decoded.reader(in, encoding));
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[from++] & 0xff : -1;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - from);
        System.arraycopy(bytes, from, out, offset, count);
        from += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (from == bytes.length) {
            int count = reader.read(characters, kept, characters.length - kept);
            if (count < 0) {
                return false;
            }
            int end = kept + count;
            // A pair of surrogates is not torn apart.
            int whole = end > 0 && Character.isHighSurrogate(characters[end - 1]) ? end - 1 : end;
            bytes = new String(characters, 0, whole).getBytes(StandardCharsets.UTF_8);
            from = 0;
            kept = end - whole;
            System.arraycopy(characters, whole, characters, 0, kept);
        }
        return true;
    }
}
