package io.musubi.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The encodings Japanese tables come in.
 *
 * @param charset how to decode
 * @param markLength bytes of byte order mark to skip
 */
record Encoding(Charset charset, int markLength) {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");

    /** The encodings the beginning of a file can be in, likeliest first; never empty unless it is no text at all. */
    static List<Encoding> of(byte[] head, int length) {
        Encoding marked = marked(head, length);
        if (marked != null) {
            return List.of(marked);
        }
        if (hasEscape(head, length) && decodes(ISO_2022_JP, head, length) >= 0) {
            return List.of(new Encoding(ISO_2022_JP, 0));
        }
        if (decodes(StandardCharsets.UTF_8, head, length) >= 0) {
            return List.of(new Encoding(StandardCharsets.UTF_8, 0));
        }
        List<Charset> possible = new ArrayList<>();
        for (Charset charset : List.of(CP932, EUC_JP)) {
            if (decodes(charset, head, length) >= 0) {
                possible.add(charset);
            }
        }
        possible.sort(Comparator.comparingInt((Charset each) -> decodes(each, head, length))
                .reversed());
        return possible.stream().map(each -> new Encoding(each, 0)).toList();
    }

    private static @org.jspecify.annotations.Nullable Encoding marked(byte[] head, int length) {
        int b0 = at(head, length, 0);
        int b1 = at(head, length, 1);
        int b2 = at(head, length, 2);
        int b3 = at(head, length, 3);
        if (b0 == 0xef && b1 == 0xbb && b2 == 0xbf) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (b0 == 0xff && b1 == 0xfe) {
            return b2 == 0 && b3 == 0
                    ? new Encoding(Charset.forName("UTF-32LE"), 4)
                    : new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (b0 == 0 && b1 == 0 && b2 == 0xfe && b3 == 0xff) {
            return new Encoding(Charset.forName("UTF-32BE"), 4);
        }
        return b0 == 0xfe && b1 == 0xff ? new Encoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    private static int at(byte[] head, int length, int index) {
        return index < length ? head[index] & 0xff : -1;
    }

    private static boolean hasEscape(byte[] head, int length) {
        for (int i = 0; i + 2 < length; i++) {
            if (head[i] == 0x1b && (head[i + 1] == '$' || head[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    /**
     * How much a decoding looks like Japanese: kana and kanji count for it, half-width kana and private characters
     * against. -1 when the bytes are not in this encoding; a character cut off at the end does not count.
     */
    private static int decodes(Charset charset, byte[] head, int length) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(length + 1);
        if (decoder.decode(ByteBuffer.wrap(head, 0, length), out, false).isError()) {
            return -1;
        }
        out.flip();
        int score = 1_000_000;
        for (int i = 0; i < out.length(); i++) {
            score += weight(out.charAt(i));
        }
        return Math.max(score, 0);
    }

    private static int weight(char c) {
        if (c >= 'ぁ' && c <= 'ヺ') {
            return 3;
        }
        if (c >= '一' && c <= '龠') {
            return 1;
        }
        return (c >= '｡' && c <= 'ﾟ') || Character.getType(c) == Character.PRIVATE_USE ? -3 : 0;
    }

    /** A decoder that stops at bytes that are not in this encoding. */
    CharsetDecoder strict() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
