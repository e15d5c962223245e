package io.musubi.source;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,500}?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    /** Of so many bytes one may be wrong in a text that was damaged; with more it is no text, or in another encoding. */
    private static final int DAMAGED = 50;

    /**
     * The encodings the beginning of a file can be in, likeliest first; never empty unless it is no text at all. Where a
     * few bytes are in none, the one in which fewest are wrong.
     */
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
        return possible.isEmpty()
                ? leastDamaged(head, length)
                : possible.stream().map(each -> new Encoding(each, 0)).toList();
    }

    private static List<Encoding> leastDamaged(byte[] head, int length) {
        Encoding utf8 = new Encoding(StandardCharsets.UTF_8, 0);
        if (utf8.damages(head, length) <= utf8.count(head, length, c -> c >= 0x80 && c != Decoded.DAMAGE)) {
            // What has so many bytes in the right order did not get them by chance.
            return List.of(utf8);
        }
        return Stream.of(utf8, new Encoding(CP932, 0), new Encoding(EUC_JP, 0))
                .filter(each -> each.damages(head, length) <= Math.max(100, length / DAMAGED))
                .min(Comparator.comparingLong(each -> each.damages(head, length)))
                .stream()
                .toList();
    }

    private long damages(byte[] head, int length) {
        return count(head, length, c -> c == Decoded.DAMAGE);
    }

    private long count(byte[] head, int length, IntPredicate wanted) {
        return new BufferedReader(Decoded.reader(new ByteArrayInputStream(head, 0, length), this))
                .lines()
                .flatMapToInt(String::chars)
                .filter(wanted)
                .count();
    }

    /**
     * The encoding of an XML document: by its mark, by the two bytes of its first character, or as it declares (XML 1.0
     * appendix F); else {@code likely}.
     *
     * @throws IllegalCharsetNameException or UnsupportedCharsetException when it declares none that there is
     */
    static Encoding ofXml(byte[] head, int length, Encoding likely) {
        if (likely.markLength > 0) {
            return likely;
        }
        if (at(head, length, 0) == 0 || at(head, length, 1) == 0) {
            return new Encoding(at(head, length, 0) == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0);
        }
        Matcher declared = DECLARED.matcher(new String(head, 0, Math.min(length, 1_000), StandardCharsets.ISO_8859_1));
        return declared.find() ? new Encoding(named(declared.group(1)), 0) : likely;
    }

    /** What calls itself Shift_JIS in Japan is what Windows makes of it. */
    private static Charset named(String name) {
        Charset charset = Charset.forName(name);
        return charset.equals(Charset.forName("Shift_JIS")) ? CP932 : charset;
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
}
