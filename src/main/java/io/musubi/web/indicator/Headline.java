package io.musubi.web.indicator;

import io.musubi.indicator.Figures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.Rate;
import io.musubi.indicator.Row;
import io.musubi.web.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A figure that stands at the top.
 *
 * @param label what it is
 * @param figure the number
 * @param detail what it is made of: numerator and denominator, and how many are unknown
 */
record Headline(String label, String figure, String detail) {
    private static final int MOST = 6;

    /** The total's shares or numbers; without a total those of the first rows. */
    static List<Headline> of(Figures figures, String language) {
        List<Headline> headlines = new ArrayList<>();
        if (figures.total().isPresent()) {
            addTo(headlines, figures, figures.total().get(), language);
        } else {
            figures.rows().forEach(row -> addTo(headlines, figures, row, language));
        }
        return headlines.stream().limit(MOST).toList();
    }

    private static void addTo(List<Headline> headlines, Figures figures, Row row, String language) {
        Indicator indicator = figures.indicator();
        Stream<String> values = row.values().stream().map(it -> it.label().in(language));
        String of = figures.total().isPresent() ? "" : String.join(" · ", values.toList());
        for (Rate rate : figures.rates(row)) {
            String label = rate.share().label().in(language);
            headlines.add(
                    new Headline(of.isEmpty() ? label : of + " · " + label, figure(rate), detail(rate, language)));
        }
        if (indicator.shares().isEmpty()) {
            headlines.add(new Headline(
                    of.isEmpty() ? indicator.measures().getFirst().label().in(language) : of,
                    TableView.told(row.cells().getFirst(), language),
                    ""));
        }
    }

    private static String figure(Rate rate) {
        return rate.percent().map(it -> it + " %").orElse("–");
    }

    private static String detail(Rate rate, String language) {
        String fraction =
                TableView.told(rate.numerator(), language) + " / " + TableView.told(rate.denominator(), language);
        return rate.unknown()
                .map(it -> fraction
                        + Words.of("indicator", "headline.unknown")
                                .in(language)
                                .replace("{0}", TableView.told(it, language)))
                .orElse(fraction);
    }
}
