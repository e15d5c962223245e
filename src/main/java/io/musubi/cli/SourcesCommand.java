package io.musubi.cli;

import io.musubi.model.SourceSettings;
import io.musubi.service.Rulebook;
import io.musubi.service.SourceFile;
import io.musubi.service.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code musubi sources}. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = {
            "List the registered sources; with files, register them or change their settings.",
            "登録された提供元を一覧します。source.yaml を渡すと登録・変更します。"
        },
        footer = {"", "Example: musubi sources samples/kirishima-repository/source.yaml"})
final class SourcesCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Parameters(arity = "0..*", paramLabel = "source.yaml", description = "Settings to register.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        Rulebook rules = new Rulebook(Home.folder());
        try (Store store = Store.open(console.data(), rules, Optional.empty(), Clock.systemUTC())) {
            files.forEach(file -> store.register(SourceFile.read(file), rules));
            if (console.isJson()) {
                console.json(Map.of(
                        "sources", store.sources().stream().map(this::json).toList()));
            } else {
                store.sources()
                        .forEach(it -> console.out(String.format(
                                Locale.ROOT,
                                "%-24s rank %3d  %-8s  %-9s  %s",
                                it.id(),
                                it.rank(),
                                it.isComplete() ? "complete" : "changes",
                                it.isAuthority() ? "authority" : "records",
                                console.say(it.title()))));
            }
        }
        return ExitCode.OK;
    }

    private Map<String, Object> json(SourceSettings it) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", it.id());
        out.put("title", Map.of("ja", it.title().ja(), "en", it.title().en()));
        out.put("rank", it.rank());
        out.put("delivery", it.isComplete() ? "complete" : "changes");
        out.put("role", it.isAuthority() ? "authority" : "records");
        it.defaultAccess()
                .ifPresent(access -> out.put("default-access", access.name().toLowerCase(Locale.ROOT)));
        it.format().ifPresent(format -> out.put("format", format));
        it.licence().ifPresent(licence -> out.put("licence", licence));
        return out;
    }
}
