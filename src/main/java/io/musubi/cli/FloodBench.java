package io.musubi.cli;

import io.musubi.cli.flood.Flood;
import io.musubi.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code musubi bench flood}. */
@Command(
        name = "flood",
        mixinStandardHelpOptions = true,
        description = {
            "Flood a server in a process of its own with hostile queries and slow clients, and watch it.",
            "The data is invented and kept in --data (default: a temporary folder), where a second run finds it again.",
            "別プロセスのサーバーに過酷なクエリと遅いクライアントを大量に送り、耐えるかどうかを測ります。"
        },
        footer = {"", "Example: musubi bench flood --documents 150000 --queries 1000 --heap 1g"})
final class FloodBench implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--documents", description = "How many invented ones (default ${DEFAULT-VALUE}).")
    private int documents = 150_000;

    @Option(names = "--queries", description = "How many generated ones (default ${DEFAULT-VALUE}).")
    private int queries = 1_000;

    @Option(names = "--seed", description = "Of the generated ones (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--heap", description = "Of the server, as in -Xmx (default ${DEFAULT-VALUE}).")
    private String heap = "1g";

    @Option(names = "--time", description = "The server's limit for a query, in seconds (default ${DEFAULT-VALUE}).")
    private int time = 5;

    @Option(names = "--clients", description = "That ask at once (default ${DEFAULT-VALUE}).")
    private int clients = 2;

    @Option(names = "--only", description = "Only shapes whose name begins so, or 'generated', or 'crowds'.")
    private String only = "";

    @Override
    public Integer call() throws IOException {
        Path data = console.isDataGiven()
                ? console.data()
                : Path.of(System.getProperty("java.io.tmpdir"), "musubi-flood-" + documents);
        publish(data.resolve("public"));
        boolean bears = new Flood(Home.folder(), data, new Flood.Size(heap, time, clients, queries, seed), only)
                .run(console::out);
        return bears ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void publish(Path folder) throws IOException {
        try (Journal journal = Journal.open(folder)) {
            if (journal.state().number() > 0) {
                return;
            }
            new InventedDocuments(seed).publish(journal, documents, console::progress);
        }
    }
}
