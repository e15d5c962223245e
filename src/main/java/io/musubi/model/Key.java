package io.musubi.model;

import java.nio.charset.StandardCharsets;

/**
 * A checked, normalised identifier of a thing: what ties descriptions of different records to one entity.
 *
 * @param kind what is identified; the same ISNI may be a person's or an organisation's, and these are two keys
 * @param scheme the scheme's name in {@code ontology/identifiers.yaml}: {@code doi}, {@code orcid}, {@code ror} …; or
 *     {@link #RECORD}
 * @param value the value in its scheme's normal form
 */
public record Key(Kind kind, String scheme, String value) implements Comparable<Key> {

    /** The weakest scheme: the thing is the one that this record of this source describes ({@code source/key}). */
    public static final String RECORD = "record";

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:@!$()*,=";

    /**
     * The entity's path below the base IRI: {@code dataset/doi/10.60501/abc}. ASCII only; anything a path segment may
     * not hold is percent-encoded as UTF-8, a slash stays. A value that would make an ambiguous path (an empty, "." or
     * ".." segment, a slash or percent sign that would have to be encoded) is replaced by {@code x-} and its hash.
     */
    public String path() {
        int slash = value.indexOf('/');
        return kind.segment() + "/" + scheme + "/"
                + (scheme.equals(RECORD) && slash > 0
                        ? inSource(value.substring(0, slash), value.substring(slash + 1))
                        : encode(value));
    }

    /** A record's name below {@code record/}: its source and its key, each encoded for itself. */
    public static String inSource(String source, String key) {
        return encode(source) + "/" + encode(key);
    }

    /** {@code value} as part of an IRI path, by the rule of {@link #path()}. */
    public static String encode(String value) {
        for (String segment : value.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return "x-" + Hash.of(value).shortHex();
            }
        }
        if (value.indexOf('%') >= 0 || value.indexOf(';') >= 0 || value.indexOf('\\') >= 0) {
            return "x-" + Hash.of(value).shortHex();
        }
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c == '/' || (c < 128 && PLAIN.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", b & 0xff));
            }
        }
        return out.toString();
    }

    @Override
    public int compareTo(Key other) {
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) {
            return byKind;
        }
        int byScheme = scheme.compareTo(other.scheme);
        return byScheme != 0 ? byScheme : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return kind.segment() + "/" + scheme + "/" + value;
    }
}
