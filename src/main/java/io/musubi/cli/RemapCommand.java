package io.musubi.cli;

import io.musubi.service.Deliveries;
import io.musubi.service.IngestReport;
import io.musubi.service.Remap;
import io.musubi.service.Rulebook;
import io.musubi.service.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code musubi remap}. */
@Command(
        name = "remap",
        mixinStandardHelpOptions = true,
        description = {
            "Apply crosswalks and rules as they are now to the records that are kept: a record whose crosswalk is the same",
            "stays as it is, and its findings are renewed.",
            "変更した対応表(crosswalk)と検査規則を、保存済みのレコードに適用します。"
        },
        footer = {"", "Example: musubi remap --source kirishima-repository"})
final class RemapCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--source", paramLabel = "ID", description = "Only this source's records.")
    private Optional<String> source = Optional.empty();

    @Override
    public Integer call() throws Exception {
        return Interruption.during(console, this::remap);
    }

    private int remap() {
        Rulebook rules = new Rulebook(Home.folder());
        try (Store store = Store.open(console.data(), rules, Optional.empty(), Clock.systemUTC())) {
            List<IngestReport> reports = new Remap(store, rules).run(source, console::progress);
            new Deliveries(store, rules, console::progress).follow();
            Summary.print(console, reports, store);
        }
        return ExitCode.OK;
    }
}
