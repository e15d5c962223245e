package io.musubi.cli;

import io.musubi.service.Deliveries;
import io.musubi.service.IngestReport;
import io.musubi.service.Outcome;
import io.musubi.service.Rulebook;
import io.musubi.service.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code musubi ingest}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Read files or folders of records into the graph. A folder with a source.yaml is a delivery of that source.",
            "ファイルやフォルダのレコードを取り込みます。"
        },
        footer = {"", "Example: musubi ingest --source kirishima-repository oai-2026-11.xml"})
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "Whose records these are (default: the folder's source.yaml, else 'local').")
    private Optional<String> source = Optional.empty();

    @Option(names = "--format", paramLabel = "NAME", description = "Only this format (default: known by content).")
    private Optional<String> format = Optional.empty();

    @Option(names = "--base", paramLabel = "IRI", description = "Base of all IRIs, ending in '/' (kept).")
    private Optional<String> base = Optional.empty();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders.")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        return Interruption.during(console, this::take);
    }

    private int take() throws IOException {
        Rulebook rules = new Rulebook(Home.folder());
        List<IngestReport> reports = new ArrayList<>();
        try (Store store = Store.open(console.data(), rules, base, Clock.systemUTC())) {
            Deliveries deliveries = new Deliveries(store, rules, console::progress);
            for (Path path : paths) {
                reports.add(deliveries.take(path, source, format));
            }
            deliveries.follow();
            Summary.print(console, reports, store);
        }
        boolean isUnreadable = reports.stream().anyMatch(it -> it.of(Outcome.UNREADABLE) > 0);
        return isUnreadable ? ExitCode.UNREADABLE : ExitCode.OK;
    }
}
