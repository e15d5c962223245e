package io.musubi.cli;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.journal.Journal;
import io.musubi.service.NormalForms;
import io.musubi.text.TextStore;
import io.musubi.web.Server;
import io.musubi.web.Settings;
import io.musubi.web.entity.Identifiers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Serves a public folder. */
final class Serving {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private Serving() {}

    /** Serves it until the process is told to end. */
    static void run(Console console, Path publicFolder, Settings settings) {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try {
            run(console, publicFolder, settings, server -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    end.countDown();
                    await(ended);
                }));
                console.note(console.say("公開中: ", "Serving at ") + "http://localhost:" + server.port() + "/  (SPARQL: "
                        + "http://localhost:" + server.port() + "/sparql)  "
                        + console.say("Ctrl-C で終了", "Ctrl-C ends"));
                while (!await(end, LOOK)) {
                    startAgainIfStuck(console, server);
                }
            });
        } finally {
            ended.countDown();
        }
    }

    /** Serves it until {@code meanwhile} is over. */
    static void run(Console console, Path publicFolder, Settings settings, Consumer<Server> meanwhile) {
        NormalForms forms = NormalForms.read(settings.home());
        Identifiers identifiers = (scheme, value) ->
                forms.of(scheme, value).map(it -> new Identifiers.Normal(it.getKey(), it.getValue()));
        try (Journal journal = Journal.openReadOnly(publicFolder);
                GraphStore graph = GraphStore.open(publicFolder, journal, GraphSettings.usual(settings.home()));
                TextStore text = TextStore.open(publicFolder, journal, forms::all)) {
            graph.follow((done, total) -> console.progress("graph", done, total));
            text.follow((done, total) -> console.progress("text", done, total));
            try (Server server = Server.start(settings, journal, graph, text, identifiers)) {
                meanwhile.accept(server);
            }
        }
    }

    /** The last resort: nothing else ends a query that does not listen, and all that is open here can be made again. */
    private static void startAgainIfStuck(Console console, Server server) {
        if (server.isStuck()) {
            console.note(console.say(
                    "止められないクエリがあるため、プロセスを終了して再起動します。",
                    "A query cannot be stopped: this process ends and is to be started again."));
            Runtime.getRuntime().halt(ExitCode.START_AGAIN);
        }
    }

    private static boolean await(CountDownLatch latch, Duration longest) {
        try {
            return latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
