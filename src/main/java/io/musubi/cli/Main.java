package io.musubi.cli;

import io.musubi.service.Troubles;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Where the program starts: one subcommand for each use case. */
@Command(
        name = "musubi",
        mixinStandardHelpOptions = true,
        version = "Musubi 0.1",
        description = {
            "Musubi (結び): a linked-data knowledge graph of publicly funded research data.",
            "公的資金による研究データのメタデータを、一つにつなぎ、確かめ、公開します。"
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            IngestCommand.class,
            SourcesCommand.class,
            FindingsCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            ServeCommand.class,
            QueryCommand.class,
            IndicatorsCommand.class,
            FormatsCommand.class,
            RebuildCommand.class,
            RemapCommand.class,
            PurgeCommand.class,
            IdentityCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            RehearseCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 findings, 2 wrong usage, 3 input unreadable, 4 trouble with the store.",
            "Example: musubi demo"
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private Main() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(
                commandLine().setOut(utf8(System.out)).setErr(utf8(System.err)).execute(args));
    }

    /** Results are UTF-8 whatever the terminal's locale says: they are Japanese, and go into files. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println(Troubles.message(e, language(parsed)));
                    command.getErr().flush();
                    return Troubles.isStore(e)
                            ? ExitCode.STORE
                            : Troubles.isInput(e) ? ExitCode.UNREADABLE : ExitCode.USAGE;
                });
    }

    /** The one that was asked for by {@code --lang}, else the terminal's. */
    private static String language(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.matchedOptionValue("--lang", Locale.getDefault().getLanguage());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
