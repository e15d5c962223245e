package io.musubi.web.indicator;

import io.musubi.indicator.Board;
import io.musubi.indicator.CsvForm;
import io.musubi.indicator.Figures;
import io.musubi.indicator.GraphFigures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.JsonForm;
import io.musubi.indicator.OverLimit;
import io.musubi.indicator.Question;
import io.musubi.model.Text;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problem;
import io.musubi.web.http.Problems;
import io.musubi.web.page.Pages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The list behind a number, in pages. The lists are read from the graph as it is now, few at a time. */
final class ThingsDoor {
    private static final int AT_ONCE = 2;
    private static final int TURN_SECONDS = 10;
    private static final int PAGE = 100;
    private static final int CSV_PAGE = 10_000;

    private final String base;
    private final Board board;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    ThingsDoor(String base, Board board) {
        this.base = base;
        this.board = board;
    }

    void answer(Exchange exchange, Figures figures) throws IOException {
        Indicator indicator = figures.indicator();
        Question question = indicator
                .question()
                .orElseThrow(() -> Problems.notFound(exchange.path()).exception());
        Opened opened = Opened.of(exchange, figures);
        Form form = Form.ofList(exchange);
        int page = Opened.page(exchange);
        int size = form instanceof Form.Csv ? CSV_PAGE : PAGE;
        GraphFigures.Things things = things(question, opened, (page - 1) * size, size);
        boolean isMore = (long) page * size < things.all();
        exchange.response().setHeader(Conditional.STATE, things.state().id());
        exchange.response().addHeader("Vary", "Accept, Accept-Language, Cookie");
        exchange.response().setHeader("Cache-Control", "no-cache");
        if (isMore) {
            exchange.response().addHeader("Link", "<" + turned(exchange, page + 1) + ">; rel=\"next\"");
        }
        switch (form) {
            case Form.Csv csv ->
                IndicatorDoor.sendCsv(
                        exchange, indicator.id() + "-records", CsvForm.of(things.page(), exchange.language()));
            case Form.Json json ->
                IndicatorDoor.sendJson(exchange, json(exchange, figures, opened, things, page, isMore));
            default -> page(exchange, figures, opened, things, page, isMore);
        }
    }

    private GraphFigures.Things things(Question question, Opened opened, int from, int most) {
        enter();
        try {
            return board.lists().things(question, opened.measure().name(), opened.bound(), from, most);
        } catch (OverLimit e) {
            throw Problem.of(503, "over-limit", new Text("一覧を作れません", "The list cannot be made"), e.why())
                    .exception();
        } finally {
            places.release();
        }
    }

    private void enter() {
        boolean entered = false;
        try {
            entered = places.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            throw Problem.of(
                            503,
                            "busy",
                            new Text("混み合っています", "Busy"),
                            new Text("少し待って、もう一度お試しください。", "Wait a little and try again."))
                    .with(Problem.RETRY_AFTER, 5)
                    .exception();
        }
    }

    /** The same address with another page. */
    private static String turned(Exchange exchange, int page) {
        String query = exchange.request().getQueryString();
        Stream<String> rest = Stream.of(query.split("&", -1)).filter(it -> !it.startsWith("page="));
        return "?"
                + String.join(
                        "&", Stream.concat(rest, Stream.of("page=" + page)).toList());
    }

    private static Map<String, Object> json(
            Exchange exchange, Figures figures, Opened opened, GraphFigures.Things things, int page, boolean isMore) {
        Map<String, Object> bound = new LinkedHashMap<>();
        for (int i = 0; i < opened.by().size(); i++) {
            bound.put(
                    opened.by().get(i).name(),
                    opened.values().get(i).node().isPresent()
                            ? opened.values().get(i).key()
                            : null);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("indicator", figures.indicator().id());
        out.put("measure", opened.measure().name());
        out.put("bound", bound);
        out.put("state", things.state().id());
        out.put("count", things.all());
        out.put("page", page);
        if (isMore) {
            out.put("next", turned(exchange, page + 1));
        }
        out.put("items", JsonForm.of(things.page()));
        return out;
    }

    private void page(
            Exchange exchange, Figures figures, Opened opened, GraphFigures.Things things, int page, boolean isMore)
            throws IOException {
        String language = exchange.language();
        Links links = new Links(base, exchange.up());
        String query = figures.indicator()
                .question()
                .orElseThrow()
                .things(opened.measure().name(), opened.bound())
                .toString();
        List<List<String>> bound = new ArrayList<>();
        for (int i = 0; i < opened.by().size(); i++) {
            bound.add(List.of(
                    opened.by().get(i).label().in(language),
                    opened.values().get(i).label().in(language)));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("id", figures.indicator().id());
        model.put("title", figures.indicator().title().in(language));
        model.put("heading", opened.measure().label().in(language));
        model.put("unit", opened.measure().unit().in(language));
        model.put("bound", bound);
        model.put("count", things.all());
        model.put(
                "items",
                things.page().stream()
                        .map(it -> new TableView.Item(it.label().in(language), links.to(it)))
                        .toList());
        model.put("from", (page - 1) * PAGE + 1);
        model.put("previous", page > 1 ? turned(exchange, page - 1) : "");
        model.put("next", isMore ? turned(exchange, page + 1) : "");
        model.put("json", turned(exchange, 1) + "&format=json");
        model.put("csv", turned(exchange, 1) + "&format=csv");
        model.put("query", query);
        model.put("run", links.query(query));
        model.put("isOther", !things.state().equals(figures.state()));
        model.put("computed", figures.state().id());
        Pages.send(exchange, things.state(), "indicator/records", model);
    }
}
