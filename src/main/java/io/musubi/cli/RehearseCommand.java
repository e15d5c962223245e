package io.musubi.cli;

import io.musubi.service.Deliveries;
import io.musubi.service.Rulebook;
import io.musubi.service.Samples;
import io.musubi.service.Store;
import io.musubi.web.Server;
import io.musubi.web.Settings;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code musubi rehearse}: takes a sample in, serves it, and asks for the pages there are, in a folder that is gone
 * afterwards. The launcher runs it once after a build while Java notes which classes are loaded and what is worth compiling
 * (JEP 483, 514, 515): a server that starts with these notes answers in half the time.
 */
@Command(
        name = "rehearse",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = {
            "Start a server over a sample and ask it for its pages, so that Java can note what a start needs.",
            "起動を速くする準備として、サンプルを公開し、各ページを一通り求めます。"
        },
        footer = {"", "Example: musubi rehearse"})
final class RehearseCommand implements Callable<Integer> {
    /** What a server answers is soon compiled when it is asked for as often. */
    private static final int TIMES = 3;

    private static final List<String> PAGES = List.of(
            "/", "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D", "/catalog", "/search?q=data", "/indicators", "/dataset");
    private static final Pattern THING =
            Pattern.compile("href=\"[^\"]*?(/(?:dataset|project|person|record)/[\\w-]+)\"");

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws Exception {
        Rulebook rules = new Rulebook(Home.folder());
        Path data = Files.createTempDirectory("musubi-rehearsal");
        try {
            take(data, rules);
            Settings settings = new Settings("127.0.0.1", 0, Store.DEFAULT_BASE, rules.home(), Limits.standard());
            Serving.run(console, data.resolve("public"), settings, RehearseCommand::askForAll);
        } finally {
            FileUtils.deleteDirectory(data.toFile());
        }
        return ExitCode.OK;
    }

    private static void take(Path data, Rulebook rules) throws IOException {
        try (Store store = Store.open(data, rules, Optional.of(Store.DEFAULT_BASE), Clock.systemUTC())) {
            Deliveries deliveries = new Deliveries(store, rules, (step, done, total) -> {});
            deliveries.take(
                    new Samples(rules.home().resolve("samples")).sources().getFirst(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static void askForAll(Server server) {
        String address = "http://127.0.0.1:" + server.port();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < TIMES; i++) {
                for (String page : PAGES) {
                    for (String thing : things(ask(client, address + page))) {
                        ask(client, address + thing);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String ask(HttpClient client, String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    /** The paths of the things that a page links to. */
    private static List<String> things(String page) {
        return THING.matcher(page).results().map(it -> it.group(1)).distinct().toList();
    }
}
