package io.musubi.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;

/** What is shown of an entry. */
final class Shown {
    private static final int TITLE = 300;
    private static final int SNIPPET = 180;
    private static final String BETWEEN = " · ";

    private Shown() {}

    static Answer.Hit hit(Document entry, String language, Set<String> exact, Highlight highlight) {
        String iri = entry.get(Names.IRI);
        List<Answer.Piece> title =
                highlight.mark(text(entry, Names.SHOWN_TITLE, language).orElse(iri), TITLE);
        return new Answer.Hit(
                iri,
                entry.get(Names.KIND),
                exact.contains(iri),
                title,
                snippet(entry, language, title, highlight),
                List.of(entry.getValues(Names.SHOWN_BY + "." + language)),
                Optional.ofNullable(entry.get(Names.DATE)),
                Optional.ofNullable(entry.get(Names.ACCESS)));
    }

    /**
     * Of the description where it, or the title, has what was looked for; else of the first text that has it, so that
     * readers see why it was found.
     */
    private static List<Answer.Piece> snippet(
            Document entry, String language, List<Answer.Piece> title, Highlight highlight) {
        String other = language.equals("ja") ? "en" : "ja";
        List<Answer.Piece> description = text(entry, Names.SHOWN_TEXT, language)
                .map(it -> highlight.mark(it, SNIPPET))
                .orElse(List.of());
        if (isHit(title) || isHit(description)) {
            return description;
        }
        return Stream.of(
                        values(entry, Names.SHOWN_KEYWORD, highlight),
                        text(entry, Names.SHOWN_TITLE, other),
                        text(entry, Names.SHOWN_TEXT, other),
                        values(entry, Names.SHOWN_RELATED, highlight))
                .flatMap(Optional::stream)
                .map(it -> highlight.mark(it, SNIPPET))
                .filter(Shown::isHit)
                .findFirst()
                .orElse(description);
    }

    private static boolean isHit(List<Answer.Piece> pieces) {
        return pieces.stream().anyMatch(Answer.Piece::isHit);
    }

    /** Those values that have what was looked for. */
    private static Optional<String> values(Document entry, String field, Highlight highlight) {
        String values = Stream.of(entry.getValues(field))
                .filter(it -> isHit(highlight.mark(it, SNIPPET)))
                .collect(Collectors.joining(BETWEEN));
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private static Optional<String> text(Document entry, String field, String language) {
        return Optional.ofNullable(entry.get(field + "." + language));
    }
}
