package io.musubi.bench;

import io.musubi.bench.invented.Version;
import io.musubi.service.Progress;
import io.musubi.service.Rulebook;
import io.musubi.web.query.Examples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A server over a large store: how soon it answers after its start, how long pages take, and how long users' queries take
 * beside bare Fuseki over the same database.
 *
 * @param records how many invented records the store is made of, where it is not there yet
 * @param data where it is kept; empty: it is made for this once
 * @param clients how many clients there are at once, after one alone
 * @param rounds how often each query is asked
 * @param requests how many pages of each kind are asked for
 * @param parts what is measured
 * @param language of queries, {@code ja} or {@code en}
 * @param seed of the invention, and of the choice of pages
 */
public record ServeBench(
        long records,
        Optional<Path> data,
        int clients,
        int rounds,
        int requests,
        Set<Part> parts,
        String language,
        long seed) {
    /** What can be measured by itself. */
    public enum Part {
        START,
        PAGES,
        QUERIES
    }

    private static final int STARTS = 3;

    /** So many records change in one delivery of the writer. */
    private static final int FEW = 5;

    /** Our own function, and DESCRIBE with all parts of a thing, are not for bare Fuseki. */
    private static final List<String> OURS = List.of("http://jena.apache.org/text#", "DESCRIBE");

    /** What is asked of the server, made from all that is public. */
    private record Asked(long documents, UserQuery first, List<PageKind> pages, List<UserQuery> queries) {}

    /**
     * Runs it.
     *
     * @param home the project's folder
     * @param program the class with the command line's {@code main}, which starts a server
     * @param progress hears of what is being done
     * @param each hears of each part as soon as it is done: a long run that fails has told what it knew
     * @throws Exception when something is answered that is not right, or nothing can be measured
     */
    public void run(Path home, Class<?> program, Progress progress, Consumer<Report> each) throws Exception {
        Rulebook rules = new Rulebook(home);
        try (Scratch scratch = new Scratch()) {
            Path place = data.orElse(scratch.path().resolve("data"));
            Asked asked = made(place, rules, progress);
            String line = String.format(Locale.ROOT, "%,d public documents", asked.documents());
            each.accept(Report.EMPTY.and("documents", asked.documents(), line));
            if (parts.contains(Part.START)) {
                each.accept(started(place, asked.first(), program, progress));
            }
            if (parts.contains(Part.PAGES)) {
                looked(place, asked.pages(), program, progress, each);
            }
            if (parts.contains(Part.QUERIES)) {
                queried(place, asked.queries(), rules, progress, each);
            }
        }
    }

    private Asked made(Path place, Rulebook rules, Progress progress) throws IOException {
        try (ServedStore store = ServedStore.open(place, rules, seed, progress)) {
            if (store.isEmpty()) {
                store.deliver(Version.first(0, records));
            }
            store.follow();
            return asked(PageKind.Everything.in(store.publicFolder(), store.base()), rules.home());
        }
    }

    private Asked asked(PageKind.Everything all, Path home) {
        UserQuery first = new UserQuery(
                "the first", "ASK { <" + all.iris().getFirst() + "> ?p ?o }", "application/sparql-results+json");
        List<UserQuery> queries = Examples.read(home).all().stream()
                .filter(it -> OURS.stream().noneMatch(it.text()::contains))
                .map(it -> UserQuery.of(it, language, all.base(), all.iris()))
                .toList();
        return new Asked(all.iris().size(), first, PageKind.all(all, home, seed), queries);
    }

    private Report started(Path place, UserQuery first, Class<?> program, Progress progress)
            throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            progress.at("start", i, STARTS);
            long start = System.nanoTime();
            try (ServerProcess server = new ServerProcess(program, place, List.of(), List.of());
                    Caller caller = new Caller(server.port())) {
                String answer = caller.query(first);
                nanos.add(System.nanoTime() - start);
                if (first.said(answer).isEmpty()) {
                    throw new IllegalStateException("The server says no to " + first.text());
                }
            }
        }
        Rounds rounds = new Rounds(nanos);
        String line = String.format(
                Locale.ROOT,
                "start of the process to the first answered query: min %.2f s, median %.2f s, max %.2f s (aim: below 3)",
                rounds.min(),
                rounds.median(),
                rounds.max());
        return Report.EMPTY.and("start", rounds.json(), line);
    }

    private void looked(Path place, List<PageKind> kinds, Class<?> program, Progress progress, Consumer<Report> each)
            throws Exception {
        try (ServerProcess server = new ServerProcess(program, place, List.of(), List.of());
                Caller caller = new Caller(server.port())) {
            Pages pages = new Pages(caller, requests, progress);
            Pages.Ready ready = pages.ready(kinds);
            each.accept(ready.report());
            each.accept(pages.run(ready.kinds(), clients));
        }
    }

    private void queried(Path place, List<UserQuery> queries, Rulebook rules, Progress progress, Consumer<Report> each)
            throws Exception {
        try (ServedStore store = ServedStore.open(place, rules, seed, progress);
                BesideFuseki beside = new BesideFuseki(store, rules, progress)) {
            beside.run(queries, rounds, () -> write(store), each);
        }
    }

    /** The number of the state is a revision that was never there before, in this run or an earlier one. */
    private static void write(ServedStore store) throws IOException {
        int revision = Math.toIntExact(store.state().number());
        store.deliver(Version.first(0, FEW).map(it -> it.revised(revision)));
    }
}
