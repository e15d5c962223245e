package io.musubi.cli;

import io.musubi.bench.CrosswalkBench;
import io.musubi.bench.Report;
import io.musubi.bench.SearchBench;
import io.musubi.bench.invented.Corpus;
import io.musubi.bench.invented.Shape;
import io.musubi.bench.invented.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        footer = {"", "Example: musubi bench search --documents 100000"})
final class BenchCommand implements Runnable {
    private static final String RECORDS = "How many records (default ${DEFAULT-VALUE}).";
    private static final String ROUNDS = "How often, after a first time that is not counted (default ${DEFAULT-VALUE}).";
    private static final String SEED = "Of the invention (default ${DEFAULT-VALUE}).";

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
        return print(
                console, new CrosswalkBench(shapes, records, rounds, seed).run(Home.folder(), console::progress));
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

    private static int print(Console console, Report report) {
        if (console.isJson()) {
            console.json(report.json());
        } else {
            report.lines().forEach(console::out);
        }
        return ExitCode.OK;
    }
}
