package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A language as a BCP 47 tag ({@code ja}, {@code en-US}, {@code ja-Kana}), from ISO 639-1, -2 and -3 codes, names and the
 * wrong tags that repositories write ({@code jp}, {@code ja_static}, {@code ja-Kan}), which are noted.
 */
final class Language implements Normaliser {
    static final Text EXPECTED = new Text("言語コード（例 ja、jpn）", "A language code, such as ja or jpn");
    static final Text REMEDY =
            new Text("ISO 639の言語コード（日本語はjaまたはjpn）にしてください。", "Give an ISO 639 code (Japanese is ja or jpn).");

    /** ISO 639-2/B codes that differ from 639-3, and the words people write. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("chi", "zh"),
            Map.entry("ger", "de"),
            Map.entry("fre", "fr"),
            Map.entry("dut", "nl"),
            Map.entry("cze", "cs"),
            Map.entry("gre", "el"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("may", "ms"),
            Map.entry("tib", "bo"),
            Map.entry("bur", "my"),
            Map.entry("日本語", "ja"),
            Map.entry("英語", "en"),
            Map.entry("中国語", "zh"),
            Map.entry("韓国語", "ko"),
            Map.entry("フランス語", "fr"),
            Map.entry("ドイツ語", "de"),
            Map.entry("スペイン語", "es"),
            Map.entry("ロシア語", "ru"));
    /** Country codes and clipped script codes written for languages. */
    private static final Map<String, String> MISTAKES = Map.of(
            "jp",
            "ja",
            "cn",
            "zh",
            "kr",
            "ko",
            "ja-kan",
            "ja-Kana",
            "ja-lat",
            "ja-Latn",
            "ja-jp-kana",
            "ja-Kana",
            "jp-kana",
            "ja-Kana");

    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
    private static final Set<String> NONE = Set.of("und", "unk", "zxx", "mis", "xx", "xxx");
    private static final Map<String, String> TWO_LETTERS = new HashMap<>();

    static {
        for (String code : Locale.getISOLanguages()) {
            Locale locale = Locale.of(code);
            TWO_LETTERS.put(locale.getISO3Language(), locale.getLanguage());
            TWO_LETTERS.put(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), locale.getLanguage());
        }
        TWO_LETTERS.putAll(OTHER_NAMES);
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public Text about() {
        return new Text("言語：ISO 639のコードや名前をBCP 47のタグにします。", "Language: ISO 639 codes and names become BCP 47 tags");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.lower(Spelling.identifier(raw));
        if (NONE.contains(text)) {
            return Result.silent();
        }
        String tag = (text.endsWith("_static") ? text.substring(0, text.length() - 7) : text).replace('_', '-');
        String mended = MISTAKES.getOrDefault(tag, tag);
        if (text.endsWith("_static") || !mended.equals(tag)) {
            return tagged(mended) instanceof Result.Value(String normal, var note)
                    ? Result.noted(normal, Severity.INFO, new Text(normal, normal), REMEDY)
                    : Result.refused(Severity.INFO, EXPECTED, REMEDY);
        }
        return tagged(mended);
    }

    private static Result tagged(String text) {
        String known = TWO_LETTERS.getOrDefault(text, text);
        int hyphen = known.indexOf('-');
        String language = hyphen < 0 ? known : known.substring(0, hyphen);
        if (!CODE.matcher(language).matches() || (language.length() == 2 && !isTwoLetterCode(language))) {
            return Result.refused(Severity.INFO, EXPECTED, REMEDY);
        }
        String rest = hyphen < 0 ? "" : known.substring(hyphen);
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(TWO_LETTERS.getOrDefault(language, language) + rest)
                    .build()
                    .toLanguageTag();
            return tag.equals("und") ? Result.silent() : Result.value(tag);
        } catch (IllformedLocaleException e) {
            return Result.refused(Severity.INFO, EXPECTED, REMEDY);
        }
    }

    private static boolean isTwoLetterCode(String language) {
        return TWO_LETTERS.containsValue(language);
    }
}
