package io.musubi.mapping;

import io.musubi.mapping.normalise.Normaliser;
import io.musubi.mapping.normalise.Normalisers;
import io.musubi.mapping.normalise.Result;
import io.musubi.model.Severity;
import io.musubi.model.Term;
import io.musubi.model.Text;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes terms of values, or remarks why it cannot. */
final class Terms {
    private static final Normaliser LANGUAGE = new Remembering(Normalisers.named("language"));
    private static final String FORBIDDEN_IN_IRIS = "<>\"{}|^`\\";

    private Terms() {}

    /** A literal; null, with a remark, when the text is not of the datatype. */
    static @Nullable Term literal(Value value, Property.Target.Plain target, Scope scope) {
        String text = clean(value.text());
        if (text.isEmpty()) {
            return null;
        }
        String datatype = target.datatype();
        if (datatype != null) {
            Optional<String> exact = Datatypes.accept(datatype, text);
            if (exact.isEmpty()) {
                Text expected = Datatypes.expected(datatype);
                scope.remark(
                        "datatype." + Datatypes.shortName(datatype),
                        Severity.WARNING,
                        value.field(),
                        value.text(),
                        expected,
                        new Text("書き方を直してください: " + expected.ja(), "Correct it: " + expected.en()),
                        false);
                return null;
            }
            return new Term.Literal(text, exact.get(), "");
        }
        String tag = target.language() == null ? "" : tag(value, target.language(), scope);
        return tag.isEmpty() ? Term.Literal.string(text) : Term.Literal.text(text, tag);
    }

    private static String tag(Value value, Property.Language language, Scope scope) {
        return switch (language) {
            case Property.Language.Fixed(String tag) -> tag;
            case Property.Language.Told(FieldPath path) -> {
                var at = path.isAttribute() ? value.element() : value.at();
                for (var field : path.select(at, scope)) {
                    String raw = scope.text(field);
                    if (raw != null) {
                        yield tag(new Value(raw, null, field, at), scope);
                    }
                }
                yield "";
            }
        };
    }

    private static String tag(Value raw, Scope scope) {
        return switch (LANGUAGE.apply(raw.text())) {
            case Result.Value(String normal, var note) -> {
                note.ifPresent(it -> Refinement.note("language", it, raw, scope));
                yield normal;
            }
            case Result.Refused(var note) -> {
                note.ifPresent(it -> Refinement.note("language", it, raw, scope));
                yield "";
            }
        };
    }

    /** Unicode NFC without characters that XML forbids, so that every syntax can write it. */
    static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        boolean isClean = text.chars().allMatch(c -> c >= ' ' && c < 0xd800);
        String allowed = isClean ? text : allowed(text);
        return Normalizer.isNormalized(allowed, Normalizer.Form.NFC)
                ? allowed
                : Normalizer.normalize(allowed, Normalizer.Form.NFC);
    }

    /** Latin letters, kana, kanji and their signs, whole characters all of them: what nearly all texts are made of. */
    private static boolean isPlain(String text) {
        if (text.isEmpty()
                || Character.isWhitespace(text.charAt(0))
                || Character.isWhitespace(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLatin = c >= ' ' && c < 0x300;
            boolean isJapanese = c >= 0x3000 && c <= 0x9fff && !isCombining(c);
            if (!isLatin && !isJapanese && !(c > 0xff00 && c < 0xff60)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCombining(char c) {
        return (c >= 0x302a && c <= 0x302f) || c == 0x3099 || c == 0x309a;
    }

    private static String allowed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c < 0xd800) || c > 0xdfff)
                .filter(c -> c != 0xfffe && c != 0xffff)
                .forEach(out::appendCodePoint);
        return out.toString().strip();
    }

    /** An IRI; null, with a remark, when the text is none that may be followed. */
    static @Nullable Term iri(Value value, Scope scope) {
        if (value.iri() != null) {
            return new Term.Iri(value.iri());
        }
        Optional<String> iri = iri(value.text());
        if (iri.isEmpty()) {
            scope.remark(
                    "iri",
                    Severity.WARNING,
                    value.field(),
                    value.text(),
                    new Text("http・https・urn・info・ftpで始まるIRI", "An IRI that begins with http, https, urn, info or ftp"),
                    new Text("URLを省略せずに書いてください。", "Write the whole address."),
                    false);
            return null;
        }
        return new Term.Iri(iri.get());
    }

    private static Optional<String> iri(String raw) {
        String text = clean(raw);
        int colon = text.indexOf(':');
        if (colon < 3 || colon + 1 == text.length()) {
            return Optional.empty();
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 1);
        return switch (scheme) {
            case "http", "https", "ftp" -> hasHost(rest) ? Optional.of(scheme + ":" + escape(rest)) : Optional.empty();
            case "urn", "info" -> Optional.of(scheme + ":" + escape(rest));
            default -> Optional.empty();
        };
    }

    private static boolean hasHost(String rest) {
        return rest.startsWith("//") && rest.length() > 2 && "/?#:".indexOf(rest.charAt(2)) < 0 && rest.charAt(2) > ' ';
    }

    private static String escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '%' || c == '#' || FORBIDDEN_IN_IRIS.indexOf(c) >= 0) {
                return escapeEach(text);
            }
        }
        return text;
    }

    private static String escapeEach(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        int hash = text.indexOf('#');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean isStrayPercent = c == '%' && !isEscape(text, i);
            boolean isSecondHash = c == '#' && i != hash;
            if (c <= ' '
                    || c == 0x7f
                    || FORBIDDEN_IN_IRIS.indexOf(c) >= 0
                    || isStrayPercent
                    || isSecondHash
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format("%%%02X", b & 0xff));
                }
            } else {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
