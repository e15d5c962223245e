package io.musubi.bench.flood;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** All that comes over a server, one after the other; and what it did meanwhile. */
public final class Flood {
    private static final int OVERRUN_SECONDS = 5;
    private static final List<String> ACCEPTS = List.of(
            "application/sparql-results+json, text/turtle;q=0.9, */*;q=0.1",
            "application/sparql-results+xml, application/rdf+xml",
            "text/csv, application/ld+json",
            "text/tab-separated-values, application/n-triples");

    /** Shapes with large answers are asked in every form. */
    private static final String LARGE = "all-";

    private final Path home;
    private final Target target;
    private final Size size;
    private final String only;

    /**
     * How much.
     *
     * @param heap of the server, as in -Xmx
     * @param time the limit of a query, in seconds
     * @param clients that ask at once
     * @param queries to be generated
     * @param seed of these
     */
    public record Size(String heap, int time, int clients, int queries, long seed) {}

    /**
     * Prepares.
     *
     * @param home the project's, with {@code queries/hostile}
     * @param target over which it comes; its queries have the limit of {@code size}
     * @param only shapes and crowds whose name begins so, {@code generated}, or {@code crowds}; empty for everything
     */
    public Flood(Path home, Target target, Size size, String only) {
        this.home = home;
        this.target = target;
        this.size = size;
        this.only = only;
    }

    /**
     * Does it.
     *
     * @return whether the server bore it: all ended in time, and it is still there
     */
    public boolean run(Consumer<String> out) throws IOException {
        try (Probe health = new Probe(target.port(), "health", "/health");
                Probe pages = new Probe(
                        target.port(),
                        "pages",
                        "/",
                        "/search?q=soil",
                        "/catalog",
                        "/dataset/doi/10.60599/d1",
                        "/organization/ror/f1")) {
            Scene scene = new Scene(target, health, pages, out);
            Client client = new Client(target.port());
            boolean good = true;
            for (String accept : ACCEPTS) {
                List<Callable<Ending>> shapes = Shapes.read(home).stream()
                        .filter(it -> it.kind().startsWith(only)
                                && (accept.equals(ACCEPTS.getFirst())
                                        || it.kind().startsWith(LARGE)))
                        .map(it -> (Callable<Ending>) () -> client.ask(it, accept))
                        .toList();
                good &= scene.play("shapes as " + accept, shapes, size.clients(), size.time() + OVERRUN_SECONDS);
            }
            if (only.isEmpty() || only.equals("generated")) {
                Grammar grammar = new Grammar(size.seed());
                List<Callable<Ending>> generated = IntStream.range(0, size.queries())
                        .mapToObj(i -> grammar.next())
                        .map(it -> (Callable<Ending>)
                                () -> client.ask(it, ACCEPTS.get(it.text().length() % ACCEPTS.size())))
                        .toList();
                good &= scene.play("generated", generated, size.clients(), size.time() + OVERRUN_SECONDS);
            }
            for (Crowd crowd : Crowd.all(target.port())) {
                if (only.equals("crowds") || crowd.name().startsWith(only)) {
                    good &= scene.play(
                            crowd.name(), crowd.members(), crowd.members().size(), crowd.seconds(size.time()));
                }
            }
            return good;
        }
    }
}
