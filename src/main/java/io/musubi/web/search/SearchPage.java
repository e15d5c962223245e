package io.musubi.web.search;

import io.musubi.text.Answer;
import io.musubi.text.Facet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer as the template {@code search/search} shows it. */
final class SearchPage {
    /** The order in which facets are shown. */
    private static final List<Facet> ORDER =
            List.of(Facet.KIND, Facet.ACCESS, Facet.YEAR, Facet.FUNDER, Facet.FIELD, Facet.SOURCE);

    /** More values than these are folded away. */
    private static final int OPEN = 6;

    private final String base;
    private final Asked asked;
    private final Answer answer;
    private final Values values;

    SearchPage(String base, Asked asked, Answer answer, Values values) {
        this.base = base;
        this.asked = asked;
        this.answer = answer;
        this.values = values;
    }

    /** A value that can be chosen, or no longer be. */
    record Choice(String facet, String name, String value, String count, String address, boolean isChosen) {}

    /** A facet with its values. */
    record Group(String name, List<Choice> open, List<Choice> folded) {}

    /** A result. */
    record Shown(Answer.Hit hit, String path, String kind, String by, String date, String access, String division) {}

    /** What the template names. */
    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("q", asked.text());
        model.put("total", answer.total());
        model.put("isCut", answer.isCut());
        model.put("hits", answer.hits().stream().map(this::shown).toList());
        model.put("groups", groups());
        model.put("chosen", chosen());
        model.put("widened", asked.widened());
        model.put("first", asked.after().isPresent() ? asked.first() : "");
        model.put("next", answer.next().map(asked::next).orElse(""));
        model.put("json", asked.first() + "&format=json");
        return model;
    }

    private Shown shown(Answer.Hit hit) {
        String access = hit.access().orElse("");
        return new Shown(
                hit,
                hit.iri().startsWith(base) ? hit.iri().substring(base.length()) : hit.iri(),
                values.name(Facet.KIND, hit.kind()),
                String.join(" · ", hit.by()),
                hit.date().map(it -> it.substring(0, Math.min(10, it.length()))).orElse(""),
                access.isEmpty() ? "" : values.name(Facet.ACCESS, access),
                access);
    }

    private List<Choice> chosen() {
        List<Choice> all = new ArrayList<>();
        asked.chosen().forEach((facet, them) -> them.forEach(it -> all.add(choice(facet, it, ""))));
        return all;
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Facet facet : ORDER) {
            List<Choice> choices = new ArrayList<>(answer.facets().getOrDefault(facet, List.of()).stream()
                    .map(it -> choice(facet, it.value(), Long.toString(it.count())))
                    .toList());
            if (facet == Facet.YEAR) {
                // Newest first; years of which the month is unknown behind the fiscal years.
                choices.sort(Comparator.comparing((Choice it) -> it.value().endsWith(Facet.YEAR_ONLY))
                        .thenComparing(Choice::value, Comparator.reverseOrder()));
            }
            if (!choices.isEmpty()) {
                int open = choices.size() <= OPEN + 2 ? choices.size() : OPEN;
                groups.add(new Group(
                        "facet." + facet.parameter(), choices.subList(0, open), choices.subList(open, choices.size())));
            }
        }
        return groups;
    }

    private Choice choice(Facet facet, String value, String count) {
        return new Choice(
                facet.parameter(),
                values.name(facet, value),
                value,
                count,
                asked.toggle(facet, value),
                asked.isChosen(facet, value));
    }
}
