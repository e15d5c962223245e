package io.musubi.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code musubi bench}: measurements that anybody can repeat. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {"Measure how fast something is here, on invented data.", "架空のデータで速さを測ります。"},
        synopsisSubcommandLabel = "WHAT",
        subcommands = {SearchBench.class, FloodBench.class},
        footer = {"", "Example: musubi bench search --documents 100000"})
final class BenchCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
