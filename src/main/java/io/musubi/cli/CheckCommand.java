package io.musubi.cli;

import io.musubi.finding.Row;
import io.musubi.finding.Tally;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code musubi check}: exit 1 when a record breaks a rule (severity violation), whatever is shown; else 3 when something
 * could not be read; warnings and hints alone are exit 0.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Check files without a store: what would be set aside, and what should be mended where; by cause, most gained",
            "first. Exit 1 when a rule is broken (a violation), 3 when nothing is but something could not be read.",
            "保存せずにファイルを検査し、直すべき箇所を原因ごとに示します。"
        },
        footer = {
            "",
            "Example: musubi check --lang ja samples/kirishima-report",
            "Example: musubi check --format csv --bom samples/kirishima-report > findings.csv"
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Mixin
    private FindingsOutput output = new FindingsOutput();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "Judge as on this day, such as 2027-04-01 (default: today in Japan).")
    private LocalDate day = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders.")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Tally<Row> tally = output.tally(console);
        FileCheck check = new FileCheck(new Rulebook(Home.folder()), day, rows -> tally.take(output.wanted(rows)));
        for (Path path : paths) {
            check.read(path, console::progress);
        }
        output.print(console, head(check), tally.groups());
        console.note(check.read()
                + console.say(" 件のレコード、", " records, ")
                + check.setAside()
                + console.say(" 件は保留、", " would be set aside, ")
                + check.unreadable()
                + console.say(" 件は読めず、", " unreadable, ")
                + check.findings()
                + console.say(" 件の指摘", " findings"));
        if (check.hasViolations()) {
            return ExitCode.FINDINGS;
        }
        return check.unreadable() > 0 ? ExitCode.UNREADABLE : ExitCode.OK;
    }

    private static Map<String, Object> head(FileCheck check) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("read", check.read());
        head.put("setAside", check.setAside());
        head.put("unreadable", check.unreadable());
        return head;
    }
}
