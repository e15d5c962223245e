package io.musubi.web.indicator;

import io.musubi.indicator.Chart;
import io.musubi.indicator.Figures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.Question;
import io.musubi.indicator.Reference;
import io.musubi.model.Text;
import io.musubi.rdf.Syntax;
import io.musubi.web.http.Exchange;
import io.musubi.web.page.Pages;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of one indicator. */
final class IndicatorPage {
    private IndicatorPage() {}

    static void send(Exchange exchange, String base, Figures figures, Optional<Text> trouble) throws IOException {
        Pages.send(exchange, figures.state(), "indicator/indicator", model(exchange, base, figures, trouble));
    }

    private static Map<String, Object> model(Exchange exchange, String base, Figures figures, Optional<Text> trouble) {
        String language = exchange.language();
        Links links = new Links(base, exchange.up());
        Indicator indicator = figures.indicator();
        Map<String, Object> model = new HashMap<>(about(indicator, language));
        model.put("headlines", Headline.of(figures, language));
        model.put("chart", BarChart.of(figures, language));
        model.put("shares", indicator.chart().kind() == Chart.Kind.SHARES);
        model.put("table", TableView.of(figures, language, links));
        model.put("asOf", figures.asOf().toString());
        model.put("trouble", trouble.map(it -> it.in(language)).orElse(""));
        model.put("query", indicator.question().map(Question::text).orElse(""));
        model.put("run", indicator.question().map(it -> links.query(it.text())).orElse(""));
        model.put("syntaxes", Arrays.asList(Syntax.values()));
        return model;
    }

    /** What the folder says. */
    static Map<String, Object> about(Indicator indicator, String language) {
        List<String> caveats =
                indicator.caveats().stream().map(it -> it.in(language)).toList();
        Map<String, Object> model = new HashMap<>();
        model.put("id", indicator.id());
        model.put("heading", indicator.title().in(language));
        model.put("definition", indicator.definition().in(language));
        model.put("counted", indicator.counted().in(language));
        model.put("date", indicator.date().in(language));
        model.put("caveats", caveats);
        model.put(
                "reference",
                indicator.reference().map(it -> it.title().in(language)).orElse(""));
        model.put("referenceDate", indicator.reference().map(Reference::date).orElse(""));
        model.put(
                "referenceAddress",
                indicator.reference().flatMap(Reference::address).orElse(""));
        return model;
    }
}
