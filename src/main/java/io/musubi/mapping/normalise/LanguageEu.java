package io.musubi.mapping.normalise;

import io.musubi.model.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/** A language as an IRI of the EU's language list (DCAT-AP): {@code …/authority/language/JPN}. */
final class LanguageEu implements Normaliser {
    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/language/";

    private static final Pattern BEFORE =
            Pattern.compile("^https?://publications\\.europa\\.eu/resource/authority/language/");

    private final Normaliser language = new Language();

    @Override
    public String name() {
        return "language-eu";
    }

    @Override
    public Text about() {
        return new Text("言語：EUの言語リストのIRIにします。", "Language: an IRI of the EU language list");
    }

    @Override
    public Result apply(String raw) {
        String text = BEFORE.matcher(Spelling.identifier(raw)).replaceFirst("");
        return switch (language.apply(text)) {
            case Result.Value(String tag, var note) ->
                new Result.Value(
                        AUTHORITY + Locale.forLanguageTag(tag).getISO3Language().toUpperCase(Locale.ROOT), note);
            case Result.Refused refused -> refused;
        };
    }
}
