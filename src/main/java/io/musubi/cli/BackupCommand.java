package io.musubi.cli;

import io.musubi.service.Backup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code musubi backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copy ledger and journal at one state, with checksums, while others serve and ingest; 'restore' reads it. It",
            "holds private data: guard it like the data folder. With --public only what is public: for mirrors.",
            "稼働中のまま、台帳とジャーナルを一つの時点でバックアップします（非公開データを含みます）。--public を付けると公開データだけを書き出します。"
        },
        footer = {
            "",
            "Example: musubi backup /backups/musubi-2026-11-21.zip",
            "Example: musubi backup --public mirror.zip"
        })
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--public", description = "Only the journal, which holds nothing private.")
    private boolean isPublicOnly;

    @Parameters(paramLabel = "FILE|DIR", description = "Where to: one file if it ends in .zip, else a new folder.")
    private Path target = Path.of("");

    @Override
    public Integer call() throws IOException {
        Backup.Made made = new Backup(console.data(), console::progress).write(target, !isPublicOnly);
        if (console.isJson()) {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("backup", target.toString());
            out.put("kind", made.isFull() ? "full" : "public");
            out.put("state", made.state().id());
            out.put("bytes", made.bytes());
            console.json(out);
        } else {
            console.note(console.say("バックアップしました: ", "Backed up: ") + target + console.say("、状態 ", ", state ")
                    + made.state().id() + ", " + made.bytes() + console.say(" バイト", " bytes"));
        }
        return ExitCode.OK;
    }
}
