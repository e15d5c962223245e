package io.musubi.web.findings;

import io.musubi.model.State;
import io.musubi.table.SpreadsheetCsv;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Pages;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All sources with their counts by severity. */
final class SourcesPage {
    private static final List<String> COLUMNS =
            List.of("source", "title", "violations", "warnings", "hints", "records");

    private final String base;

    SourcesPage(String base) {
        this.base = base;
    }

    private record Answer(State state, List<Sources.Counted> sources) {}

    void answer(Exchange exchange, FindingsForm form, FindingsIndex index) throws IOException {
        Answer answer = index.read(view -> new Answer(view.state(), new Sources(view, base).all(exchange.language())));
        form.mark(exchange, answer.state());
        switch (form) {
            case HTML -> Pages.send(exchange, answer.state(), "findings/sources", model(answer.sources()));
            case JSON -> form.json(exchange, json(answer));
            case CSV ->
                form.csv(exchange, "findings", out -> SpreadsheetCsv.write(out, COLUMNS, rows(answer.sources())));
        }
    }

    private static List<List<String>> rows(List<Sources.Counted> sources) {
        return sources.stream()
                .map(it -> List.of(
                        it.id(),
                        it.title(),
                        "" + it.violations(),
                        "" + it.warnings(),
                        "" + it.hints(),
                        "" + it.records()))
                .toList();
    }

    private static Map<String, Object> model(List<Sources.Counted> sources) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("sources", sources);
        model.put(
                "violations",
                sources.stream().mapToLong(Sources.Counted::violations).sum());
        model.put(
                "warnings",
                sources.stream().mapToLong(Sources.Counted::warnings).sum());
        model.put("hints", sources.stream().mapToLong(Sources.Counted::hints).sum());
        model.put(
                "records", sources.stream().mapToLong(Sources.Counted::records).sum());
        return model;
    }

    private static Map<String, Object> json(Answer answer) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("state", answer.state().id());
        out.put("sources", answer.sources().stream().map(SourcesPage::json).toList());
        return out;
    }

    private static Map<String, Object> json(Sources.Counted it) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", it.id());
        out.put("title", it.title());
        out.put("violations", it.violations());
        out.put("warnings", it.warnings());
        out.put("hints", it.hints());
        out.put("records", it.records());
        return out;
    }
}
