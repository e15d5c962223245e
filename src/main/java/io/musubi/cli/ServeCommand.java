package io.musubi.cli;

import io.musubi.service.Store;
import io.musubi.web.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code musubi serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serve the public folder on one port: pages, linked data, /sparql. Others may ingest meanwhile.",
            "公開フォルダを一つのポートで公開します。"
        },
        footer = {"", "Example: musubi serve --port 8080 --base https://data.example.org/"})
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private Console console = new Console();

    @Option(names = "--port", description = "Port (default ${DEFAULT-VALUE}; 0: any that is free).")
    private int port = 8080;

    @Option(names = "--host", description = "Address to listen on (default ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--base", description = "Base of the IRIs that were ingested (default ${DEFAULT-VALUE}).")
    private String base = Store.DEFAULT_BASE;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Override
    public Integer call() {
        Settings settings = new Settings(host, port, base, Home.folder(), limits.limits());
        Serving.run(console, console.data().resolve("public"), settings);
        return ExitCode.OK;
    }
}
