package io.musubi.web.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.text.Answer;
import io.musubi.text.Facet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An answer as JSON: {@code state}, {@code total}, {@code hits} (iri, kind, title, snippet, by, date, access, exact; what
 * was looked for stands between {@code <mark>} and {@code </mark>} in a copy of title and snippet that is safe as HTML),
 * {@code facets} (value, label, count), {@code next} (an address relative to this one).
 */
final class SearchJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SearchJson() {}

    static String of(Asked asked, Answer answer, Values values) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("state", answer.state().id());
        all.put("query", asked.text());
        all.put("total", answer.total());
        all.put("hits", answer.hits().stream().map(hit -> hit(hit, values)).toList());
        Map<String, Object> facets = new LinkedHashMap<>();
        answer.facets().forEach((facet, counts) -> facets.put(facet.parameter(), counts(facet, counts, values)));
        all.put("facets", facets);
        answer.next().ifPresent(key -> all.put("next", asked.next(key) + "&format=json"));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer holds only plain values", e);
        }
    }

    private static Map<String, Object> hit(Answer.Hit hit, Values values) {
        Map<String, Object> it = new LinkedHashMap<>();
        it.put("iri", hit.iri());
        it.put("kind", hit.kind());
        it.put("title", plain(hit.title()));
        it.put("titleHtml", marked(hit.title()));
        it.put("snippet", plain(hit.snippet()));
        it.put("snippetHtml", marked(hit.snippet()));
        it.put("by", hit.by());
        hit.date().ifPresent(date -> it.put("date", date));
        hit.access().ifPresent(access -> {
            it.put("access", access);
            it.put("accessLabel", values.name(Facet.ACCESS, access));
        });
        it.put("exact", hit.isExact());
        return it;
    }

    private static List<Map<String, Object>> counts(Facet facet, List<Answer.Count> counts, Values values) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Answer.Count count : counts) {
            Map<String, Object> it = new LinkedHashMap<>();
            it.put("value", count.value());
            it.put("label", values.name(facet, count.value()));
            it.put("count", count.count());
            all.add(it);
        }
        return all;
    }

    private static String plain(List<Answer.Piece> pieces) {
        return pieces.stream().map(Answer.Piece::text).collect(Collectors.joining());
    }

    private static String marked(List<Answer.Piece> pieces) {
        return pieces.stream()
                .map(it -> it.isHit() ? "<mark>" + escaped(it.text()) + "</mark>" : escaped(it.text()))
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
