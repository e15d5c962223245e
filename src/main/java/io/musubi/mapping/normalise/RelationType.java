package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A relation type of JPCOAR 1.0–2.1 or DataCite 4.7, in either spelling, as lowerCamel: {@code isSupplementTo}. */
final class RelationType implements Normaliser {
    private static final List<String> WORDS = List.of(
            "cites",
            "collects",
            "compiles",
            "continues",
            "describes",
            "documents",
            "hasFormat",
            "hasMetadata",
            "hasPart",
            "hasTranslation",
            "hasVersion",
            "inSeries",
            "isCitedBy",
            "isCollectedBy",
            "isCompiledBy",
            "isContinuedBy",
            "isDerivedFrom",
            "isDescribedBy",
            "isDocumentedBy",
            "isFormatOf",
            "isIdenticalTo",
            "isMetadataFor",
            "isNewVersionOf",
            "isObsoletedBy",
            "isOriginalFormOf",
            "isPartOf",
            "isPreviousVersionOf",
            "isPublishedIn",
            "isReferencedBy",
            "isReplacedBy",
            "isRequiredBy",
            "isReviewedBy",
            "isSourceOf",
            "isSupplementTo",
            "isSupplementedBy",
            "isTranslationOf",
            "isVariantFormOf",
            "isVersionOf",
            "obsoletes",
            "other",
            "references",
            "replaces",
            "requires",
            "reviews");
    private static final Map<String, String> BY_LOWER_CASE = new TreeMap<>();

    static {
        WORDS.forEach(word -> BY_LOWER_CASE.put(word.toLowerCase(Locale.ROOT), word));
    }

    @Override
    public String name() {
        return "relation-type";
    }

    @Override
    public Text about() {
        return new Text(
                "関係の種類：JPCOARとDataCiteの語をisSupplementToの形に揃えます。",
                "Relation type: the words of JPCOAR and DataCite in the form isSupplementTo");
    }

    @Override
    public Result apply(String raw) {
        String word = BY_LOWER_CASE.get(
                Spelling.solid(Spelling.lower(Spelling.identifier(raw))).replace("_", ""));
        return word != null
                ? Result.value(word)
                : Result.refused(
                        Severity.INFO,
                        new Text(
                                "JPCOARかDataCiteの関係の種類（例 isSupplementTo）",
                                "A relation type of JPCOAR or DataCite, such as isSupplementTo"),
                        new Text("一覧にある語を選んでください。", "Choose a word of the list."));
    }
}
