package io.musubi.cli;

import io.musubi.bench.Report;
import io.musubi.bench.ServeBench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code musubi bench serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serve invented records: the time from start to the first answer, pages for one client and for many, and the"
                    + " example queries beside bare Fuseki over the same database. With --data the store is made there"
                    + " once and used again; it is written to.",
            "架空のレコードを公開し、起動から最初の応答までの時間、ページの応答時間、クエリ例の応答時間を測ります。クエリは、同じデータベースを開いた素のFusekiと並べて測ります。"
                    + "--data を指定すると、データはそこに一度だけ作られ、次回も使われます（測定中に書き込みます）。"
        },
        footer = {"", "Example: musubi bench serve --records 1000000 --data bench-data"})
final class BenchServeCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--records", description = BenchCommand.RECORDS)
    private long records = 100_000;

    @Option(
            names = "--clients",
            description = "How many ask for pages at once, after one alone (default ${DEFAULT-VALUE}).")
    private int clients = 16;

    @Option(names = "--rounds", description = BenchCommand.ROUNDS)
    private int rounds = 20;

    @Option(names = "--requests", description = "How many pages of each kind (default ${DEFAULT-VALUE}).")
    private int requests = 400;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = {
                "Measure these parts only: ${COMPLETION-CANDIDATES}, several with commas (default: all).",
                "この部分だけを測ります。カンマで区切って複数を指定できます（既定値: すべて）。"
            })
    private Set<ServeBench.Part> only = EnumSet.allOf(ServeBench.Part.class);

    @Option(names = "--seed", description = BenchCommand.SEED)
    private long seed = 1;

    @Override
    public Integer call() throws Exception {
        Optional<Path> data = console.isDataGiven() ? Optional.of(console.data()) : Optional.empty();
        ServeBench bench = new ServeBench(records, data, clients, rounds, requests, only, console.language(), seed);
        List<Report> parts = new ArrayList<>();
        bench.run(Home.folder(), Main.class, console::progress, part -> {
            parts.add(part);
            if (!console.isJson()) {
                part.lines().forEach(console::out);
            }
        });
        if (console.isJson()) {
            console.json(parts.stream().reduce(Report.EMPTY, Report::and).json());
        }
        return ExitCode.OK;
    }
}
