package io.musubi.mapping.normalise;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in identifiers that arrive inside addresses. */
final class Percent {
    private Percent() {}

    /**
     * {@code text} with its percent-encoded bytes decoded as UTF-8, again and again until nothing changes (real records
     * hold {@code %252F}). Stays as it is where the bytes are no UTF-8 or would become white space or controls.
     */
    static String decoded(String text) {
        String now = text;
        while (now.indexOf('%') >= 0) {
            String next = once(now);
            if (next.equals(now)) {
                return now;
            }
            now = next;
        }
        return now;
    }

    private static String once(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] == '%' ? hex(bytes, i + 1) : -1;
            if (value > ' ' && value != 0x7f) {
                out.write(value);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    private static int hex(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
