package io.musubi.web.indicator;

import io.musubi.indicator.Board;
import io.musubi.indicator.Figures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.JsonForm;
import io.musubi.indicator.Question;
import io.musubi.model.State;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Pages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /indicators}: all of them with their headlines. */
final class IndexPage {
    private final Board board;

    IndexPage(Board board) {
        this.board = board;
    }

    /** An indicator on the list. */
    public record Entry(String id, String title, List<Headline> headlines, boolean fromGraph, String trouble) {}

    void answer(Exchange exchange) throws IOException {
        Map<Indicator, Board.Standing> standings = new LinkedHashMap<>();
        board.indicators().all().forEach(it -> standings.put(it, IndicatorDoor.standing(board, it)));
        Form form = Form.ofList(exchange);
        Optional<State> state = standings.values().stream()
                .flatMap(it -> it.figures().stream())
                .map(Figures::state)
                .findFirst();
        state.ifPresent(it -> exchange.response().setHeader(Conditional.STATE, it.id()));
        exchange.response().addHeader("Vary", "Accept, Accept-Language, Cookie");
        if (form instanceof Form.Page) {
            page(exchange, standings, state);
        } else {
            IndicatorDoor.sendJson(exchange, json(standings));
        }
    }

    private static void page(Exchange exchange, Map<Indicator, Board.Standing> standings, Optional<State> state)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        standings.forEach((it, standing) -> entries.add(entry(it, standing, exchange.language())));
        Map<String, Object> model = Map.of("entries", entries);
        if (state.isPresent()) {
            Pages.send(exchange, state.get(), "indicator/index", model);
        } else {
            Pages.send(exchange, "indicator/index", model);
        }
    }

    private static Entry entry(Indicator indicator, Board.Standing standing, String language) {
        return new Entry(
                indicator.id(),
                indicator.title().in(language),
                standing.figures().map(it -> Headline.of(it, language)).orElse(List.of()),
                indicator.basis() instanceof Question,
                standing.figures().isPresent()
                        ? ""
                        : standing.trouble().map(it -> it.in(language)).orElse(""));
    }

    private static Map<String, Object> json(Map<Indicator, Board.Standing> standings) {
        List<Object> entries = new ArrayList<>();
        standings.forEach((it, standing) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", it.id());
            entry.put("title", JsonForm.text(it.title()));
            entry.put("definition", JsonForm.text(it.definition()));
            entry.put("address", "indicators/" + it.id());
            standing.figures()
                    .ifPresent(figures -> entry.put("state", figures.state().id()));
            entries.add(entry);
        });
        return Map.of("indicators", entries);
    }
}
