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

/** {@code musubi rebuild}. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Make the public documents again from the ledger, and the graph again from them; a server goes on answering.",
            "台帳から公開文書を、公開文書からグラフと検索索引を作り直します。サーバーは動いたままで構いません。"
        },
        footer = {"", "Example: musubi rebuild --base https://data.example.org/"})
final class RebuildCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--base", paramLabel = "IRI", description = "New base of all IRIs, ending in '/'.")
    private Optional<String> base = Optional.empty();

    @Option(
            names = "--journal",
            description =
                    "Make the journal anew too, from the ledger: when it is damaged and there is no backup. Dates of"
                            + " changes and traces of withdrawn documents begin anew.")
    private boolean isJournalToo;

    @Override
    public Integer call() {
        Rulebook rules = new Rulebook(Home.folder());
        try (Store store = isJournalToo
                ? Store.openWithNewJournal(console.data(), rules, base, Clock.systemUTC())
                : Store.open(console.data(), rules, base, Clock.systemUTC())) {
            store.project();
            new Deliveries(store, rules, console::progress).rebuild();
            if (console.isJson()) {
                console.json(Map.of("state", store.journal().state().id(), "public", store.counts()));
            } else {
                console.note(console.say("作り直しました。状態 ", "Rebuilt. State ")
                        + store.journal().state().id());
            }
        }
        return ExitCode.OK;
    }
}
