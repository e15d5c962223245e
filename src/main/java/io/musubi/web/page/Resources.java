package io.musubi.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files of {@code src/main/resources/web}. */
public final class Resources {
    private static final String FOLDER = "/web/";

    private Resources() {}

    /**
     * The bytes of a file.
     *
     * @param name below {@code web/}, such as {@code style.css}
     */
    public static Optional<byte[]> bytes(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource web/" + name, e);
        }
    }

    /**
     * The text of a file that must be there.
     *
     * @throws IllegalStateException when it is not
     */
    public static String text(String name) {
        byte[] bytes = bytes(name).orElseThrow(() -> new IllegalStateException("Missing resource web/" + name));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
