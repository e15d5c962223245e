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
            "Erase all texts of a record, private and public, for good; only hashes stay. Later deliveries do not bring it",
            "back (they count it as 'purged') unless --lift allows it again. Backups made before still hold it.",
            "レコードの内容を完全に消去します（ハッシュだけが残ります）。以後の取り込みでも復活しません（'purged' と数えます）。" + "--lift で再び受け入れます。消去前のバックアップには内容が残っています。"
        },
        footer = {"", "Example: musubi purge --source kirishima-repository oai:repository.example:0001"})
final class PurgeCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--source", paramLabel = "ID", required = true, description = "Whose record it is.")
    private String source = "";

    @Option(names = "--lift", description = "Let the next delivery bring back a record that was purged.")
    private boolean lifts;

    @Parameters(paramLabel = "RECORD", description = "Its id in the source, or its name in its IRI.")
    private String record = "";

    @Override
    public Integer call() {
        Rulebook rules = new Rulebook(Home.folder());
        try (Store store = Store.open(console.data(), rules, Optional.empty(), Clock.systemUTC())) {
            if (lifts) {
                store.allowAgain(source, record);
            } else {
                store.purge(source, record);
                new Deliveries(store, rules, console::progress).forget();
            }
            if (console.isJson()) {
                console.json(Map.of(lifts ? "lifted" : "purged", record, "source", source));
            } else {
                console.note((lifts ? console.say("再び受け入れます: ", "Taken again: ") : console.say("消去しました: ", "Purged: "))
                        + source + " " + record);
            }
        }
        return ExitCode.OK;
    }
}
