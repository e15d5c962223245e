package io.musubi.cli;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.indicator.Calculation;
import io.musubi.indicator.CsvForm;
import io.musubi.indicator.Cube;
import io.musubi.indicator.Figures;
import io.musubi.indicator.GraphFigures;
import io.musubi.indicator.Indicator;
import io.musubi.indicator.Indicators;
import io.musubi.indicator.JsonForm;
import io.musubi.journal.Journal;
import io.musubi.rdf.Syntax;
import io.musubi.service.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code musubi indicators}. */
@Command(
        name = "indicators",
        mixinStandardHelpOptions = true,
        description = {
            "List the indicators, or compute one from the data folder (where a server runs, ask its /indicators).",
            "指標を一覧し、またはデータフォルダから一つを計算します。"
        },
        footer = {"", "Example: musubi indicators open-licence --format csv"})
final class IndicatorsCommand implements Callable<Integer> {
    private enum Format {
        TABLE,
        JSON,
        CSV,
        TTL
    }

    @Mixin
    private Console console = new Console();

    @Option(names = "--format", description = "table, json, csv or ttl (RDF Data Cube; default ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Option(names = "--base", description = "Base of the IRIs that were ingested (default ${DEFAULT-VALUE}).")
    private String base = Store.DEFAULT_BASE;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The indicator; without it, all are listed.")
    private Optional<String> id = Optional.empty();

    @Override
    public Integer call() {
        Indicators indicators = Indicators.read(Home.folder());
        if (id.isEmpty()) {
            list(indicators);
            return ExitCode.OK;
        }
        Indicator indicator = indicators
                .get(id.get())
                .orElseThrow(() -> new IllegalArgumentException("There is no indicator '" + id.get() + "'; there are "
                        + indicators.all().stream().map(Indicator::id).collect(Collectors.joining(", "))));
        Path folder = console.data().resolve("public");
        try (Journal journal = Journal.openReadOnly(folder);
                GraphStore graph = GraphStore.open(folder, journal, GraphSettings.usual(Home.folder()))) {
            graph.follow((done, total) -> console.progress("graph", done, total));
            show(new GraphFigures(graph, Calculation.TIME).figures(indicator));
        }
        return ExitCode.OK;
    }

    private void list(Indicators indicators) {
        if (console.isJson() || format == Format.JSON) {
            List<Map<String, Object>> all =
                    indicators.all().stream().map(JsonForm::of).toList();
            console.json(Map.of("indicators", all));
        } else {
            indicators
                    .all()
                    .forEach(it ->
                            console.out(String.format(Locale.ROOT, "%-28s %s", it.id(), console.say(it.title()))));
        }
    }

    private void show(Figures figures) {
        switch (console.isJson() ? Format.JSON : format) {
            case TABLE -> new IndicatorText(figures, console.language()).lines().forEach(console::out);
            case JSON -> console.json(JsonForm.of(figures));
            case CSV -> console.out(CsvForm.of(figures, console.language()).stripTrailing());
            case TTL -> console.out(Cube.write(figures, base, Syntax.TURTLE).stripTrailing());
        }
    }
}
