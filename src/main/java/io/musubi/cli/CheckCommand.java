package io.musubi.cli;

import io.musubi.service.FileCheck;
import io.musubi.service.Rulebook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code musubi check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Check files without a store: what would be set aside, and what should be mended where.",
            "保存せずにファイルを検査し、直すべき箇所を示します。"
        },
        footer = {"", "Example: musubi check --lang ja samples/kirishima-report"})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders.")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        FileCheck check = new FileCheck(new Rulebook(Home.folder()), LocalDate.now(ZoneId.of("Asia/Tokyo")));
        for (Path path : paths) {
            check.read(path, console::progress);
        }
        if (console.isJson()) {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("read", check.read());
            out.put("setAside", check.setAside());
            out.put("unreadable", check.unreadable());
            out.put("findings", check.results().stream().map(this::json).toList());
            console.json(out);
        } else {
            check.results()
                    .forEach(it ->
                            console.out(FindingText.lines(console, it.file() + " " + it.localId(), it.finding())));
            console.note(check.read()
                    + console.say(" 件のレコード、", " records, ")
                    + check.setAside()
                    + console.say(" 件は保留、", " would be set aside, ")
                    + check.unreadable()
                    + console.say(" 件は読めず、", " unreadable, ")
                    + check.results().size()
                    + console.say(" 件の指摘", " findings"));
        }
        if (check.hasViolations()) {
            return ExitCode.FINDINGS;
        }
        return check.unreadable() > 0 ? ExitCode.UNREADABLE : ExitCode.OK;
    }

    private Map<String, Object> json(FileCheck.Result it) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("file", it.file());
        out.put("record", it.localId());
        out.put("wouldBeSetAside", it.isObstacle());
        out.putAll(FindingText.json(it.finding()));
        return out;
    }
}
