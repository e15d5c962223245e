package io.musubi.cli;

import io.musubi.service.Explain;
import io.musubi.service.Rulebook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code musubi explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Show each triple of a record with its source path, value and crosswalk line, and the fields nothing read.",
            "各トリプルの出所(パス、値、対応表の行)と、読まれなかった項目を示します。"
        },
        footer = {"", "Example: musubi explain delivery.xml#oai:repository.example:0001"})
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Parameters(
            paramLabel = "FILE[#record]",
            description = "A file; after '#' a record's id or its number in the file.")
    private String target = "";

    @Override
    public Integer call() throws IOException {
        int hash = target.indexOf('#');
        Path file = Path.of(hash < 0 ? target : target.substring(0, hash));
        Optional<String> record = hash < 0 ? Optional.empty() : Optional.of(target.substring(hash + 1));
        Explain.Result result = new Explain(new Rulebook(Home.folder())).run(file, record, console.language());
        if (console.isJson()) {
            console.json(Map.of(
                    "records", result.records().stream().map(ExplainText::json).toList(),
                    "troubles", result.troubles()));
        } else {
            result.records().forEach(it -> ExplainText.lines(console, it).forEach(console::out));
        }
        result.troubles().forEach(console::note);
        if (result.records().isEmpty()) {
            console.note(console.say("該当するレコードはありません: ", "No such record: ") + target);
            return ExitCode.UNREADABLE;
        }
        return ExitCode.OK;
    }
}
