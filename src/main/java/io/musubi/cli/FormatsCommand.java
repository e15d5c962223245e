package io.musubi.cli;

import io.musubi.service.Rulebook;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code musubi formats}. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        description = {"List the formats that can be read.", "読み取れる形式を一覧します。"},
        footer = {"", "Example: musubi formats --normalisers"})
final class FormatsCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--normalisers", description = "List the normalisers that crosswalks may use.")
    private boolean isNormalisers;

    @Override
    public Integer call() {
        if (isNormalisers) {
            Rulebook.normalisers().forEach(console::out);
            return ExitCode.OK;
        }
        Rulebook rules = new Rulebook(Home.folder());
        if (console.isJson()) {
            Map<String, Object> out = new LinkedHashMap<>();
            rules.formats().forEach((name, title) -> out.put(name, Map.of("ja", title.ja(), "en", title.en())));
            console.json(Map.of("formats", out));
        } else {
            rules.formats()
                    .forEach((name, title) ->
                            console.out(String.format(Locale.ROOT, "%-12s %s", name, console.say(title))));
        }
        return ExitCode.OK;
    }
}
