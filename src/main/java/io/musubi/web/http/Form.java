package io.musubi.web.http;

import io.musubi.model.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters as forms and query strings carry them, in UTF-8. */
public final class Form {
    private static final long MOST_THROWN_AWAY = 64L << 20;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Form() {}

    /**
     * Reads {@code name=value&…}.
     *
     * @throws ProblemException 400 when it is not of that form
     */
    public static Form of(@Nullable String encoded) {
        Form form = new Form();
        form.read(encoded);
        return form;
    }

    private void read(@Nullable String encoded) {
        for (String pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            try {
                add(decode(name), decode(value));
            } catch (IllegalArgumentException e) {
                throw Problems.badRequest(new Text(
                                "パラメーターの符号化（%xx）が正しくありません。UTF-8を使ってください。",
                                "A parameter is not rightly encoded (%xx, in UTF-8)."))
                        .exception();
            }
        }
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /** Adds the pairs of another text of the same form. */
    public Form and(@Nullable String encoded) {
        read(encoded);
        return this;
    }

    /** Adds one pair that is not encoded. */
    public void add(String name, String value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    /** All values of a name, in order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value of a name. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Whether the name occurs. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The body as text.
     *
     * @param limit in bytes
     * @throws ProblemException 413 when it is longer, 400 when it is not UTF-8
     */
    public static String body(HttpServletRequest request, int limit) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(limit + 1);
        if (bytes.length > limit) {
            // Else the connection would break while the caller still sends, and the caller never learns why.
            request.getInputStream().skip(MOST_THROWN_AWAY);
            throw Problem.of(
                            413,
                            "body-too-long",
                            new Text("要求が大きすぎます", "Request too large"),
                            new Text(
                                    "要求の本体は" + limit + "バイトまでです。",
                                    "The body of a request may have " + limit + " bytes."))
                    .exception();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problems.badRequest(new Text("本体がUTF-8ではありません。", "The body is not UTF-8."))
                    .exception();
        }
    }
}
