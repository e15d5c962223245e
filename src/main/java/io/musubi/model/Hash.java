package io.musubi.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Hash(String hex) {
    /** Finding one costs more than hashing a short text. */
    private static final ThreadLocal<MessageDigest> OWN = ThreadLocal.withInitial(Hash::digest);

    /** The hash of {@code text} in UTF-8. */
    public static Hash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of {@code bytes}. */
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(OWN.get().digest(bytes)));
    }

    /** A fresh SHA-256 digest, for callers that feed it piecemeal. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256", e);
        }
    }

    /** The first 16 digits: enough for a name within one document or store. */
    public String shortHex() {
        return hex.substring(0, 16);
    }
}
