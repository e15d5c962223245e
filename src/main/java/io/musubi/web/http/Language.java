package io.musubi.web.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the two languages of the house to answer in. */
public final class Language {
    private Language() {}

    /**
     * {@code ja} or {@code en}.
     *
     * @param asked the parameter {@code lang}, which goes before the header
     * @param header the header Accept-Language
     */
    public static String choose(@Nullable String asked, @Nullable String header) {
        if (asked != null) {
            return asked.toLowerCase(Locale.ROOT).startsWith("ja") ? "ja" : "en";
        }
        String best = "en";
        double bestQuality = 0;
        for (String item : header == null || header.length() > 1_000 ? new String[0] : header.split(",", -1)) {
            String[] parts = item.strip().toLowerCase(Locale.ROOT).split(";\\s*q=", 2);
            String language = parts[0].startsWith("ja") ? "ja" : parts[0].startsWith("en") ? "en" : "";
            double quality = parts.length == 1 ? 1 : quality(parts[1]);
            if (!language.isEmpty() && quality > bestQuality) {
                best = language;
                bestQuality = quality;
            }
        }
        return best;
    }

    private static double quality(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
