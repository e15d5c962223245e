package io.musubi.web.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.musubi.indicator.Board;
import io.musubi.indicator.CsvForm;
import io.musubi.indicator.Cube;
import io.musubi.indicator.Figures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.JsonForm;
import io.musubi.model.State;
import io.musubi.model.Text;
import io.musubi.table.SpreadsheetCsv;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problem;
import io.musubi.web.http.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code /indicators} and all below it. */
public final class IndicatorDoor implements Door {
    /** Where the indicators are. */
    public static final String PATH = "/indicators";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private final String base;
    private final Board board;
    private final IndexPage index;
    private final ThingsDoor things;

    /**
     * @param base of our IRIs, with its slash
     * @param board the indicators and their figures
     */
    public IndicatorDoor(String base, Board board) {
        this.base = base;
        this.board = board;
        this.index = new IndexPage(board);
        this.things = new ThingsDoor(base, board);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        String rest = exchange.path().substring(PATH.length());
        if (rest.isEmpty()) {
            index.answer(exchange);
            return;
        }
        String name = rest.substring(1);
        int dot = name.indexOf('.');
        Optional<Form> asked = dot < 0 ? Optional.empty() : Form.extension(name.substring(dot + 1));
        String id = asked.isPresent() ? name.substring(0, dot) : name;
        Indicator indicator = board.indicators()
                .get(id)
                .orElseThrow(() -> Problems.notFound(exchange.path()).exception());
        Board.Standing standing = standing(board, indicator);
        Figures figures = standing.figures()
                .orElseThrow(() -> untold(standing.trouble().orElseThrow()).exception());
        if (exchange.query().has("records")) {
            things.answer(exchange, figures);
        } else {
            show(exchange, figures, standing.trouble(), asked.orElseGet(() -> Form.ofTable(exchange)));
        }
    }

    static Board.Standing standing(Board board, Indicator indicator) {
        return board.standing(indicator.id(), PATIENCE)
                .orElseThrow(() -> untold(new Text(
                                "最初の計算が進行中です。少し待って、もう一度お試しください。",
                                "The first computation is under way. Wait a little and try again."))
                        .with(Problem.RETRY_AFTER, 10)
                        .exception());
    }

    private static Problem untold(Text why) {
        return Problem.of(503, "not-computed", new Text("指標はまだ計算されていません", "The indicator has not been computed"), why);
    }

    private void show(Exchange exchange, Figures figures, Optional<Text> trouble, Form form) throws IOException {
        State state = figures.state();
        boolean bom = exchange.query().has("bom");
        String tag = figures.indicator().id() + form.tag() + exchange.language() + bom + trouble.isPresent();
        exchange.response().addHeader("Vary", "Accept, Accept-Language, Cookie");
        if (Conditional.isKnown(exchange.request(), exchange.response(), state, tag)) {
            return;
        }
        Conditional.mark(exchange.response(), state, tag);
        switch (form) {
            case Form.Page page -> IndicatorPage.send(exchange, base, figures, trouble);
            case Form.Json json -> sendJson(exchange, JsonForm.of(figures));
            case Form.Csv csv -> sendCsv(exchange, figures.indicator().id(), CsvForm.of(figures, exchange.language()));
            case Form.Data data -> exchange.send(data.syntax().mediaType(), Cube.write(figures, base, data.syntax()));
        }
    }

    static void sendJson(Exchange exchange, Map<String, Object> value) throws IOException {
        try {
            exchange.send("application/json", JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists and texts have a JSON form", e);
        }
    }

    /** CSV as a file; {@code ?bom} for spreadsheets that know UTF-8 only by its mark. */
    static void sendCsv(Exchange exchange, String name, String csv) throws IOException {
        String text = exchange.query().first("bom").isPresent() ? SpreadsheetCsv.BOM + csv : csv;
        exchange.response().setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        exchange.response().setHeader("Content-Language", exchange.language());
        exchange.send("text/csv;charset=utf-8;header=present", text.getBytes(StandardCharsets.UTF_8));
    }
}
