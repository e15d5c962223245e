package io.musubi.cli;

import io.musubi.model.State;
import io.musubi.service.Restore;
import io.musubi.service.Rulebook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code musubi restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Put a backup into an empty data folder: verified by its checksums and by the hash of its state, then graph and",
            "text index are made from it. What was purged after the backup was made must be purged again.",
            "バックアップを空のデータフォルダに復元します。チェックサムと状態のハッシュを検証します。" + "バックアップより後に purge したレコードは、もう一度 purge してください。"
        },
        footer = {"", "Example: musubi restore /backups/musubi-2026-11-21.zip --data ./data"})
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--replace", description = "Give up what is in the data folder now.")
    private boolean replaces;

    @Parameters(paramLabel = "FILE|DIR", description = "What 'musubi backup' wrote.")
    private Path backup = Path.of("");

    @Override
    public Integer call() throws IOException {
        State state = new Restore(console.data(), new Rulebook(Home.folder()), console::progress)
                .read(backup, replaces, Clock.systemUTC());
        if (console.isJson()) {
            console.json(Map.of("data", console.data().toString(), "state", state.id()));
        } else {
            console.note(console.say("復元しました。状態 ", "Restored. State ") + state.id());
        }
        return ExitCode.OK;
    }
}
