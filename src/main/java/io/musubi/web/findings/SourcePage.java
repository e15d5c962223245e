package io.musubi.web.findings;

import io.musubi.finding.FindingTable;
import io.musubi.finding.Group;
import io.musubi.model.State;
import io.musubi.web.findings.SourceFindings.Page;
import io.musubi.web.findings.SourceFindings.Place;
import io.musubi.web.findings.SourceFindings.Wanted;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Pages;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The findings of one source. Without parameters each cause with its first records; {@code cause} opens one, page by page
 * ({@code after}); {@code rule} leaves out the others. As data all rows that are wanted, from the place that {@code from}
 * and {@code after} name, with a link to the next.
 */
final class SourcePage {
    /** Records on a page of one cause. */
    private static final int ON_PAGE = 50;

    /** Records in one answer as data: an answer is whole in memory, and of a bounded size. */
    private static final int IN_DATA = 2_000;

    private final String base;

    SourcePage(String base) {
        this.base = base;
    }

    private record Answer(
            State state,
            String title,
            long records,
            List<? extends Group<?>> all,
            List<? extends Group<?>> wanted,
            Page page,
            Map<String, String> titles) {}

    void answer(Exchange exchange, FindingsForm form, String source, FindingsIndex index) throws IOException {
        Wanted wanted = new Wanted(given(exchange, "rule"), given(exchange, "cause"));
        Answer answer = index.read(view -> {
            String title = new Sources(view, base)
                    .title(source, exchange.language())
                    .orElseThrow(() -> Problems.notFound(exchange.path()).exception());
            SourceFindings findings = new SourceFindings(view, base, source);
            Page page = page(exchange, form, wanted, findings);
            return new Answer(
                    view.state(),
                    title,
                    view.records(source),
                    findings.groups(new Wanted(Optional.empty(), Optional.empty())),
                    findings.groups(wanted),
                    page,
                    form == FindingsForm.HTML ? findings.titles(page.groups(), exchange.language()) : Map.of());
        });
        form.mark(exchange, answer.state());
        answer.page()
                .next()
                .ifPresent(it -> exchange.response().addHeader("Link", "<" + next(exchange, it) + ">; rel=\"next\""));
        switch (form) {
            case HTML ->
                Pages.send(exchange, answer.state(), "findings/source", model(exchange, source, wanted, answer));
            case JSON -> form.json(exchange, json(exchange, source, answer));
            case CSV ->
                form.csv(
                        exchange,
                        "findings-" + source,
                        out -> FindingTable.csv(out, answer.page().groups(), exchange.language()));
        }
    }

    private static Page page(Exchange exchange, FindingsForm form, Wanted wanted, SourceFindings findings) {
        if (form == FindingsForm.HTML && wanted.cause().isEmpty()) {
            return new Page(findings.overview(wanted), Optional.empty());
        }
        Place from = new Place(
                given(exchange, "from").orElse(""), given(exchange, "after").orElse(""));
        return findings.page(wanted, from, form == FindingsForm.HTML ? ON_PAGE : IN_DATA);
    }

    private static Optional<String> given(Exchange exchange, String name) {
        return exchange.query().first(name).filter(it -> !it.isEmpty());
    }

    /** The same question, from {@code place} on. */
    private static String next(Exchange exchange, Place place) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String name : List.of("rule", "cause", "format", "bom", "lang")) {
            exchange.query().first(name).ifPresent(it -> query.put(name, it));
        }
        query.put("from", place.cause());
        query.put("after", place.record());
        return query(query);
    }

    private static String query(Map<String, String> parameters) {
        StringBuilder out = new StringBuilder();
        parameters.forEach((name, value) -> out.append(out.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return out.toString();
    }

    private Map<String, Object> model(Exchange exchange, String source, Wanted wanted, Answer answer) {
        String language = exchange.language();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", answer.title());
        model.put("source", source);
        model.put("records", answer.records());
        model.put("causes", answer.all().size());
        model.put(
                "rules",
                answer.all().stream().map(it -> it.cause().rule()).distinct().toList());
        model.put("rule", wanted.rule().orElse(""));
        model.put("cause", wanted.cause().orElse(""));
        model.put(
                "groups",
                answer.page().groups().stream()
                        .map(group -> Told.cause(group, answer.titles(), base, language))
                        .toList());
        model.put("next", answer.page().next().map(it -> next(exchange, it)).orElse(""));
        model.put("isFirst", given(exchange, "after").isEmpty());
        model.put("filter", filter(wanted));
        model.put("question", new FindingsQuery(base).of(source, wanted.rule()));
        return model;
    }

    /** The filter as parameters that follow another. */
    private static String filter(Wanted wanted) {
        Map<String, String> query = new LinkedHashMap<>();
        wanted.rule().ifPresent(it -> query.put("rule", it));
        wanted.cause().ifPresent(it -> query.put("cause", it));
        return query(query).replace('?', '&');
    }

    private static Map<String, Object> json(Exchange exchange, String source, Answer answer) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("source", source);
        out.put("title", answer.title());
        out.put("state", answer.state().id());
        out.put("causes", FindingTable.causes(answer.wanted()));
        out.put("findings", FindingTable.rows(answer.page().groups()));
        answer.page().next().ifPresent(it -> out.put("next", next(exchange, it)));
        return out;
    }
}
