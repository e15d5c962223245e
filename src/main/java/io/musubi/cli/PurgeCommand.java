package io.musubi.cli;

import io.musubi.service.Deliveries;
import io.musubi.service.Rulebook;
import io.musubi.service.Store;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code musubi purge}. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = {
            "Erase all texts of a record, private and public, for good; only hashes stay.",
            "レコードの内容を完全に消去します(ハッシュだけが残ります)。"
        },
        footer = {"", "Example: musubi purge --source kirishima-repository oai:repository.example:0001"})
final class PurgeCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--source", paramLabel = "ID", required = true, description = "Whose record it is.")
    private String source = "";

    @Parameters(paramLabel = "RECORD", description = "Its id in the source, or its name in its IRI.")
    private String record = "";

    @Override
    public Integer call() {
        Rulebook rules = new Rulebook(Home.folder());
        try (Store store = Store.open(console.data(), rules, Optional.empty(), Clock.systemUTC())) {
            store.purge(source, record);
            new Deliveries(store, rules, console::progress).rebuild();
            if (console.isJson()) {
                console.json(Map.of("purged", record, "source", source));
            } else {
                console.note(console.say("消去しました: ", "Purged: ") + source + " " + record);
            }
        }
        return ExitCode.OK;
    }
}
