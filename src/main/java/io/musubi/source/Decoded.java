package io.musubi.source;

import io.musubi.model.Text;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text, in which whatever is no text stands as {@link #DAMAGE}: so a wrong byte costs the unit that holds it and
 * not all that follow.
 */
final class Decoded extends FilterReader {
    /** A noncharacter (Unicode § 23.7): nothing that is exchanged may hold it, and yet XML 1.0 lets it pass. */
    static final char DAMAGE = '\uFDD0';

    private final boolean isXml;

    private Decoded(Reader in, boolean isXml) {
        super(in);
        this.isXml = isXml;
    }

    /** For a table: only NUL is no text, other control characters come out of spreadsheets. */
    static Reader table(InputStream in, Encoding encoding) {
        return new Decoded(reader(in, encoding), false);
    }

    /** For XML: all that XML 1.0 § 2.2 forbids is no text. */
    static Reader xml(InputStream in, Encoding encoding) {
        return new Decoded(reader(in, encoding), true);
    }

    /** The characters as they are; only what cannot be decoded is damage. */
    static Reader reader(InputStream in, Encoding encoding) {
        return new InputStreamReader(
                in,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(DAMAGE)));
    }

    /** Why a unit with this text cannot be kept; null when it can. */
    static @Nullable Text damage(String field, String text) {
        if (text.indexOf(DAMAGE) < 0 && text.indexOf('\0') < 0) {
            return null;
        }
        return new Text(
                "項目「" + field + "」に、ファイルの文字コードに合わないバイトか制御文字(NULなど)があります。この項目を直し、UTF-8で保存し直してください。",
                "The field '" + field
                        + "' holds bytes that are not in the file's encoding, or control characters such as"
                        + " NUL. Correct it, and save the file again as UTF-8.");
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c < 0 ? c : clean((char) c);
    }

    @Override
    public int read(char[] out, int from, int length) throws IOException {
        int count = super.read(out, from, length);
        for (int i = from; i < from + count; i++) {
            out[i] = clean(out[i]);
        }
        return count;
    }

    private char clean(char c) {
        boolean isWrong = c == 0 || (isXml && ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c >= '\uFFFE'));
        return isWrong ? DAMAGE : c;
    }
}
