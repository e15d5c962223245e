package io.musubi.cli;

import io.musubi.finding.Group;
import io.musubi.finding.Row;
import io.musubi.finding.Tally;
import io.musubi.service.Rulebook;
import io.musubi.service.Store;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code musubi findings}: exit 1 when there is one, of any severity. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = {
            "What data stewards should look at, private findings too: by cause, most gained first, with record, field,",
            "value, what is expected and what to do. A finding closes by itself when its record is delivered corrected.",
            "データ管理者が確認すべき点を、原因ごとに、直す効果の大きい順に示します（非公開の指摘を含みます）。"
        },
        footer = {
            "",
            "Example: musubi findings --source kirishima-repository --lang ja",
            "Example: musubi findings --format csv --bom --lang ja > findings.csv"
        })
final class FindingsCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Mixin
    private FindingsOutput output = new FindingsOutput();

    @Option(names = "--source", paramLabel = "ID", description = "Only those of this source.")
    private Optional<String> source = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Rulebook rules = new Rulebook(Home.folder());
        try (Store store = Store.open(console.data(), rules, Optional.empty(), Clock.systemUTC())) {
            source.ifPresent(id -> requireSource(store, id));
            Tally<Row> tally = output.tally(console);
            store.findings(source, rows -> tally.take(output.wanted(rows)));
            List<Group<Row>> groups = tally.groups();
            output.print(console, Map.of(), groups);
            long open = groups.stream().mapToLong(it -> it.gain().findings()).sum();
            console.note(open + console.say(" 件", " open findings") + causes(groups.size()));
            return open == 0 ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }

    private String causes(int count) {
        return count == 0
                ? ""
                : console.say("（原因 " + count + " 種類）", " of " + count + (count == 1 ? " cause" : " causes"));
    }

    private static void requireSource(Store store, String id) {
        List<String> known = store.sources().stream().map(it -> it.id()).toList();
        if (!known.contains(id)) {
            throw new IllegalArgumentException("There is no source '" + id + "'; there are " + known);
        }
    }
}
