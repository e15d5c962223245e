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
import picocli.CommandLine.Parameters;

/** {@code musubi identity}. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = {"Decide by hand what is one thing.", "同一性を人の手で決めます。"},
        subcommands = IdentityCommand.CannotLink.class,
        footer = {"", "Example: musubi identity cannot-link person/orcid/0000-0002-1825-0097 person/erad/01234567"})
final class IdentityCommand implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code musubi identity cannot-link}. */
    @Command(
            name = "cannot-link",
            mixinStandardHelpOptions = true,
            description = {
                "Declare for good that two identifiers are not of one thing; a tie that stands on them is undone.",
                "二つの識別子が別のものを指すと宣言し、結び付きを解きます。"
            },
            footer = {"", "Example: musubi identity cannot-link dataset/doi/10.60501/a dataset/record/local/r1"})
    static final class CannotLink implements Callable<Integer> {
        @Mixin
        private Console console = new Console();

        @Option(names = "--reason", description = "Why; kept with the decision.")
        private String reason = "";

        @Parameters(index = "0", paramLabel = "A", description = "kind/scheme/value, or the IRI of that form.")
        private String a = "";

        @Parameters(index = "1", paramLabel = "B", description = "The other one.")
        private String b = "";

        @Override
        public Integer call() {
            Rulebook rules = new Rulebook(Home.folder());
            try (Store store = Store.open(console.data(), rules, Optional.empty(), Clock.systemUTC())) {
                store.cannotLink(a, b, reason);
                new Deliveries(store, rules, console::progress).follow();
                if (console.isJson()) {
                    console.json(Map.of(
                            "a", a, "b", b, "state", store.journal().state().id()));
                } else {
                    console.note(console.say("宣言しました。状態 ", "Declared. State ")
                            + store.journal().state().id());
                }
            }
            return ExitCode.OK;
        }
    }
}
