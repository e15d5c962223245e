package io.musubi.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        String title = text(entry, Names.SHOWN_TITLE, language).orElse(iri);
        return new Answer.Hit(
                iri,
                entry.get(Names.KIND),
                exact.contains(iri),
                highlight.mark(title, TITLE),
                snippet(entry, language, highlight),
                List.of(entry.getValues(Names.SHOWN_BY + "." + language)),
                Optional.ofNullable(entry.get(Names.DATE)),
                Optional.ofNullable(entry.get(Names.ACCESS)));
    }

    /** From the first text that has what was looked for; else the beginning of the description. */
    private static List<Answer.Piece> snippet(Document entry, String language, Highlight highlight) {
        String other = language.equals("ja") ? "en" : "ja";
        List<String> texts = Stream.of(
                        text(entry, Names.SHOWN_TEXT, language),
                        joined(entry, Names.SHOWN_KEYWORD),
                        text(entry, Names.SHOWN_TITLE, other),
                        text(entry, Names.SHOWN_TEXT, other),
                        joined(entry, Names.SHOWN_RELATED))
                .flatMap(Optional::stream)
                .toList();
        return texts.stream()
                .map(it -> highlight.mark(it, SNIPPET))
                .filter(pieces -> pieces.stream().anyMatch(Answer.Piece::isHit))
                .findFirst()
                .or(() -> text(entry, Names.SHOWN_TEXT, language).map(it -> highlight.mark(it, SNIPPET)))
                .orElse(List.of());
    }

    private static Optional<String> text(Document entry, String field, String language) {
        return Optional.ofNullable(entry.get(field + "." + language));
    }

    private static Optional<String> joined(Document entry, String field) {
        String[] values = entry.getValues(field);
        return values.length == 0 ? Optional.empty() : Optional.of(String.join(BETWEEN, values));
    }
}
