package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address: scheme and host in lower case, characters that IRIs forbid percent-encoded. A DOI becomes its address at
 * doi.org; a missing scheme is added (and noted) where a host name is plain to see. Refused: user names and passwords,
 * and hosts only the writer can reach.
 */
final class Url implements Normaliser {
    private static final Pattern SHAPE =
            Pattern.compile("(https?|ftp):/{1,3}([^/?#\\s]+)([/?#].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HOST_FIRST = Pattern.compile(
            "(?:[a-z0-9-]{1,63}\\.){1,8}[a-z]{2,24}(?::\\d{1,5})?(?:[/?#]\\S*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLIC_HOST =
            Pattern.compile("(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,10}[\\p{L}\\p{N}-]{2,63}\\.?(?::\\d{1,5})?");
    private static final Pattern PRIVATE_HOST = Pattern.compile(
            "(?:10|127|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\..*|.*\\.(?:local|localdomain|internal)(?::\\d+)?");
    private static final String FORBIDDEN = "<>\"{}|\\^`";

    private final Normaliser doi = new Doi();

    @Override
    public String name() {
        return "url";
    }

    @Override
    public Text about() {
        return new Text(
                "URL：スキームとホストを小文字にし、DOIはdoi.orgのURLにします。",
                "URL: scheme and host in lower case; a DOI becomes its address at doi.org");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.narrow(raw);
        if (!text.contains("://") && doi.apply(text) instanceof Result.Value(String number, var note)) {
            return Result.value(encoded("https://doi.org/" + number));
        }
        Matcher matcher = SHAPE.matcher(text);
        if (matcher.matches()) {
            return address(matcher.group(1), matcher.group(2), matcher.group(3) == null ? "" : matcher.group(3));
        }
        if (text.length() <= Spelling.LONGEST && HOST_FIRST.matcher(text).matches()) {
            return apply("https://" + text) instanceof Result.Value(String address, var note)
                    ? Result.noted(
                            address,
                            Severity.INFO,
                            new Text("https://で始まるURL", "An address that begins with https://"),
                            new Text("先頭にhttps://を付けてください。", "Put https:// before it."))
                    : refused(false);
        }
        return refused(false);
    }

    private static Result address(String scheme, String host, String path) {
        String place = host.toLowerCase(Locale.ROOT);
        if (place.contains("@")) {
            return refused(true);
        }
        if (place.length() > 255
                || !PUBLIC_HOST.matcher(place).matches()
                || PRIVATE_HOST.matcher(place).matches()) {
            return refused(false);
        }
        return Result.value(encoded(scheme.toLowerCase(Locale.ROOT) + "://" + place + path));
    }

    private static String encoded(String address) {
        StringBuilder out = new StringBuilder(address.length() + 8);
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean isBadPercent = c == '%' && !isHex(address, i + 1);
            if (c <= ' ' || c == 0x7f || FORBIDDEN.indexOf(c) >= 0 || isBadPercent) {
                out.append(String.format("%%%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isHex(String text, int at) {
        return at + 1 < text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }

    private static Result refused(boolean isPersonal) {
        return new Result.Refused(Optional.of(new Result.Note(
                Severity.INFO,
                new Text("公開されているURL（例 https://example.jp/data）", "A public address, such as https://example.jp/data"),
                new Text(
                        "誰でも開けるhttps://で始まるURLにしてください。",
                        "Give an address that begins with https:// and opens for everybody."),
                isPersonal)));
    }
}
