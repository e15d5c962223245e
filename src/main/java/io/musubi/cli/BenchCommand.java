package io.musubi.cli;

import io.musubi.bench.CrosswalkBench;
import io.musubi.bench.FloodBench;
import io.musubi.bench.IngestBench;
import io.musubi.bench.Report;
import io.musubi.bench.SearchBench;
import io.musubi.bench.flood.Flood;
import io.musubi.bench.invented.Corpus;
import io.musubi.bench.invented.Shape;
import io.musubi.bench.invented.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code musubi bench}: measurements that anybody can repeat; {@code docs/benchmarks.md} says how. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {"Measure how fast something is here, on invented data.", "架空のデータで速さを測ります。"},
        synopsisSubcommandLabel = "WHAT",
        subcommands = {BenchServeCommand.class, BenchChangeCommand.class},
        footer = {"", "Example: musubi bench search --documents 100000"})
final class BenchCommand implements Runnable {
    static final String RECORDS = "How many records (default ${DEFAULT-VALUE}).";
    static final String ROUNDS = "How often, after a first time that is not counted (default ${DEFAULT-VALUE}).";
    static final String SEED = "Of the invention (default ${DEFAULT-VALUE}).";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description = {
                "Write invented records to a file. The same seed gives the same bytes; record 7 is the same in every file.",
                "架空のレコードをファイルに書き出します。シードが同じなら内容も同じです。"
            },
            footer = {"", "Example: musubi bench generate --shape jpcoar --records 100000 --out records.xml"})
    int generate(
            @Mixin Console console,
            @Option(names = "--shape", defaultValue = "jpcoar", description = "One of ${COMPLETION-CANDIDATES}.")
                    Shape shape,
            @Option(names = "--records", defaultValue = "1000", description = RECORDS) long records,
            @Option(names = "--from", defaultValue = "0", description = "The first (default ${DEFAULT-VALUE}).")
                    long from,
            @Option(
                            names = "--revision",
                            defaultValue = "0",
                            description = "Which version of them; a higher one is later (default ${DEFAULT-VALUE}).")
                    int revision,
            @Option(names = "--deleted", description = "As deleted at that revision.") boolean isDeleted,
            @Option(names = "--seed", defaultValue = "1", description = SEED) long seed,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write.") Path out)
            throws IOException {
        new Corpus(seed)
                .write(
                        out,
                        shape,
                        Version.first(from, from + records)
                                .peek(it -> console.progress("generate", it.index() - from, records))
                                .map(it -> new Version(it.index(), revision, isDeleted)));
        return ExitCode.OK;
    }

    @Command(
            name = "crosswalk",
            mixinStandardHelpOptions = true,
            description = {
                "Map invented records of every format, beside reading them alone: seconds and records a second, when warm.",
                "架空のレコードの変換にかかる時間を、読み取りだけの時間と並べて測ります。"
            },
            footer = {"", "Example: musubi bench crosswalk --records 100000"})
    int crosswalk(
            @Mixin Console console,
            @Option(
                            names = "--shape",
                            defaultValue = "jpcoar,grdm,grdm_report,ror",
                            split = ",",
                            description = "Which of ${COMPLETION-CANDIDATES} (default: all).")
                    List<Shape> shapes,
            @Option(names = "--records", defaultValue = "100000", description = RECORDS) long records,
            @Option(names = "--rounds", defaultValue = "3", description = ROUNDS) int rounds,
            @Option(names = "--seed", defaultValue = "1", description = SEED) long seed)
            throws Exception {
        return print(console, new CrosswalkBench(shapes, records, rounds, seed).run(Home.folder(), console::progress));
    }

    @Command(
            name = "ingest",
            mixinStandardHelpOptions = true,
            description = {
                "Take invented deliveries until the graph answers from them, beside TDB2 alone with the same statements:"
                        + " first, second, again, one by one; with memory and disk.",
                "架空のレコードの取り込みを、同じ文をTDB2だけで扱う場合と並べて測ります（初回・追加・再取込・1件ずつ）。"
            },
            footer = {"", "Example: musubi bench ingest --records 10000,100000"})
    int ingest(
            @Mixin Console console,
            @Option(
                            names = "--records",
                            defaultValue = "10000",
                            split = ",",
                            description = "How many, one measurement after the other (default ${DEFAULT-VALUE}).")
                    List<Long> records,
            @Option(names = "--rounds", defaultValue = "3", description = ROUNDS) int rounds,
            @Option(names = "--seed", defaultValue = "1", description = SEED) long seed)
            throws Exception {
        return print(console, new IngestBench(records, rounds, seed).run(Home.folder(), console::progress));
    }

    @Command(
            name = "search",
            mixinStandardHelpOptions = true,
            description = {
                "Index invented documents in a folder of its own and search them: milliseconds by kind of query, when warm.",
                "The column cpu is the median of computing time alone: what a busy machine would need were it not busy.",
                "架空の文書を索引し、検索にかかる時間（ミリ秒）を種類ごとに測ります。"
            },
            footer = {"", "Example: musubi bench search --documents 100000"})
    int search(
            @Mixin Console console,
            @Option(
                            names = "--documents",
                            defaultValue = "100000",
                            description = "How many (default ${DEFAULT-VALUE}).")
                    int documents,
            @Option(
                            names = "--rounds",
                            defaultValue = "50",
                            description = "How often each query is asked (default ${DEFAULT-VALUE}).")
                    int rounds,
            @Option(names = "--seed", defaultValue = "1", description = SEED) long seed)
            throws IOException {
        return print(console, new SearchBench(documents, rounds, seed).run(Home.folder(), console::progress));
    }

    @Command(
            name = "flood",
            mixinStandardHelpOptions = true,
            description = {
                "Flood a server in a process of its own with hostile queries and slow clients, and watch it."
                        + " The data is invented and kept in --data (default: a temporary folder), where a second run"
                        + " finds it again. Exit 1 when the server did not bear it.",
                "別プロセスのサーバーに過酷なクエリと遅いクライアントを大量に送り、耐えるかどうかを測ります。"
            },
            footer = {"", "Example: musubi bench flood --documents 150000 --queries 1000 --heap 1g"})
    int flood(
            @Mixin Console console,
            @Option(
                            names = "--documents",
                            defaultValue = "150000",
                            description = "How many invented ones (default ${DEFAULT-VALUE}).")
                    int documents,
            @Option(
                            names = "--queries",
                            defaultValue = "1000",
                            description = "How many generated ones (default ${DEFAULT-VALUE}).")
                    int queries,
            @Option(
                            names = "--heap",
                            defaultValue = "1g",
                            description = "Of the server, as in -Xmx (default ${DEFAULT-VALUE}).")
                    String heap,
            @Option(
                            names = "--time",
                            defaultValue = "5",
                            description = "The server's limit for a query, in seconds (default ${DEFAULT-VALUE}).")
                    int time,
            @Option(
                            names = "--clients",
                            defaultValue = "2",
                            description = "That ask at once (default ${DEFAULT-VALUE}).")
                    int clients,
            @Option(
                            names = "--only",
                            defaultValue = "",
                            description = "Only shapes and crowds whose name begins so, or 'generated', or 'crowds'.")
                    String only,
            @Option(names = "--seed", defaultValue = "1", description = SEED) long seed)
            throws IOException {
        Optional<Path> data = console.isDataGiven() ? Optional.of(console.data()) : Optional.empty();
        boolean bears = new FloodBench(documents, new Flood.Size(heap, time, clients, queries, seed), only)
                .run(Home.folder(), Main.class, data, console::progress, console::out);
        return bears ? ExitCode.OK : ExitCode.FINDINGS;
    }

    static int print(Console console, Report report) {
        if (console.isJson()) {
            console.json(report.json());
        } else {
            report.lines().forEach(console::out);
        }
        return ExitCode.OK;
    }
}
