package io.musubi.cli;

import io.musubi.service.Deliveries;
import io.musubi.service.IngestReport;
import io.musubi.service.Rulebook;
import io.musubi.service.Samples;
import io.musubi.service.Store;
import io.musubi.web.Settings;
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

/** {@code musubi demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Load the invented samples and serve them. The second start does not load again.",
            "架空のサンプルを取り込み、公開します。二度目からは取り込みません。"
        },
        footer = {"", "Example: musubi demo --port 8080"})
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--port", description = "Port (default ${DEFAULT-VALUE}; 0: any that is free).")
    private int port = 8080;

    @Option(names = "--load-only", description = "Load and print the summary, but do not serve.")
    private boolean isLoadOnly;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Override
    public Integer call() throws Exception {
        Rulebook rules = new Rulebook(Home.folder());
        Path data = console.isDataGiven() ? console.data() : Home.folder().resolve("demo-data");
        Interruption.during(console, () -> load(rules, data));
        if (!isLoadOnly) {
            Serving.run(
                    console,
                    data.resolve("public"),
                    new Settings("127.0.0.1", port, Store.DEFAULT_BASE, rules.home(), limits.limits()));
        }
        return ExitCode.OK;
    }

    private List<IngestReport> load(Rulebook rules, Path data) throws IOException {
        Samples samples = new Samples(rules.home().resolve("samples"));
        try (Store store = Store.open(data, rules, Optional.of(Store.DEFAULT_BASE), Clock.systemUTC())) {
            List<IngestReport> reports = new ArrayList<>();
            if (samples.areIn(store)) {
                console.note(console.say("サンプルは取り込み済みです: ", "The samples are loaded already: ") + data);
            } else {
                Deliveries deliveries = new Deliveries(store, rules, console::progress);
                for (Path source : samples.sources()) {
                    reports.add(deliveries.take(source, Optional.empty(), Optional.empty()));
                }
                samples.markIn(store);
                deliveries.follow();
            }
            Summary.print(console, reports, store);
            return reports;
        }
    }
}
