package io.musubi.cli;

import io.musubi.ledger.Findings;
import io.musubi.service.Rulebook;
import io.musubi.service.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code musubi findings}. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = {
            "What data stewards should look at: open findings by rule, with record, field, value and remedy.",
            "データ管理者が確認すべき点を、規則ごとに示します。"
        },
        footer = {"", "Example: musubi findings --source kirishima-repository --lang ja"})
final class FindingsCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--source", paramLabel = "ID", description = "Only those of this source.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "How many of each rule are shown (default ${DEFAULT-VALUE}).")
    private int most = 5;

    @Override
    public Integer call() {
        Rulebook rules = new Rulebook(Home.folder());
        try (Store store = Store.open(console.data(), rules, Optional.empty(), Clock.systemUTC())) {
            source.ifPresent(id -> requireSource(store, id));
            List<Findings.Located> open = store.findings(source);
            if (console.isJson()) {
                console.json(Map.of(
                        "findings", open.stream().map(FindingsCommand::json).toList()));
            } else {
                print(open);
            }
            return open.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }

    private static void requireSource(Store store, String id) {
        List<String> known = store.sources().stream().map(it -> it.id()).toList();
        if (!known.contains(id)) {
            throw new IllegalArgumentException("There is no source '" + id + "'; there are " + known);
        }
    }

    private void print(List<Findings.Located> open) {
        Map<String, List<Findings.Located>> byRule = new TreeMap<>();
        open.forEach(it -> byRule.computeIfAbsent(it.finding().rule(), r -> new ArrayList<>())
                .add(it));
        byRule.values().stream()
                .sorted((a, b) -> Integer.compare(b.size(), a.size()))
                .forEach(group -> {
                    console.out(
                            group.size() + " × " + group.getFirst().finding().rule());
                    group.stream()
                            .limit(most)
                            .forEach(it -> console.out("  "
                                    + FindingText.lines(console, it.source() + " " + it.localId(), it.finding())
                                            .replace("\n", "\n  ")));
                    if (group.size() > most) {
                        console.out("  … " + (group.size() - most));
                    }
                });
        console.note(open.size() + console.say(" 件", " open findings"));
    }

    private static Map<String, Object> json(Findings.Located it) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", it.id());
        out.put("source", it.source());
        out.put("record", it.localId());
        out.put("origin", it.origin());
        out.putAll(FindingText.json(it.finding()));
        out.put("openedBy", it.opened());
        return out;
    }
}
