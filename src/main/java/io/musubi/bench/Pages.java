package io.musubi.bench;

import io.musubi.service.Progress;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** How long pages take, for one reader and for many at once who all want pages of one kind. */
final class Pages {
    /** No kind is warmed up, or measured, for longer than about so: of slow pages fewer are asked for. */
    private static final Duration EACH = Duration.ofSeconds(30);

    private final Caller caller;
    private final int requests;
    private final Progress progress;

    /** Goes on through all that is asked, so that pages by chance are others than those that warmed up. */
    private final AtomicInteger page = new AtomicInteger();

    /**
     * @param caller of the server
     * @param requests how many are measured of each kind; half as many go before, to warm up
     */
    Pages(Caller caller, int requests, Progress progress) {
        this.caller = caller;
        this.requests = requests;
        this.progress = progress;
    }

    /**
     * What is there to be measured.
     *
     * @param kinds the kinds, without the pages that are not there
     * @param report how long it took until they were, and why others are not
     */
    record Ready(List<PageKind> kinds, Report report) {}

    /** Waits until the indicators are there: computed behind the pages, they would slow down what is measured. */
    Ready ready(List<PageKind> kinds) throws IOException, InterruptedException {
        progress.at("indicators", 0, 1);
        long start = System.nanoTime();
        List<PageKind> ready = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (PageKind kind : kinds) {
            PageKind left = kind.isIndicator() ? there(kind, lines) : kind;
            if (!left.paths().isEmpty()) {
                ready.add(left);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        lines.add(String.format(Locale.ROOT, "the indicators are computed %.0f s after the start", seconds));
        return new Ready(ready, new Report(lines, Map.of("indicators", seconds)));
    }

    private PageKind there(PageKind kind, List<String> lines) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>();
        for (String path : kind.paths()) {
            caller.await(path, kind.mediaType())
                    .ifPresentOrElse(why -> lines.add(path + " is left out: " + why), () -> paths.add(path));
        }
        return new PageKind(kind.name(), kind.mediaType(), kind.mark(), paths);
    }

    /**
     * Measures all {@code kinds}.
     *
     * @param clients how many the many are
     * @throws IllegalStateException when a page is not what it should be
     */
    Report run(List<PageKind> kinds, int clients) throws Exception {
        Report report = Report.EMPTY;
        for (int many : clients == 1 ? List.of(1) : List.of(1, clients)) {
            report = report.and(measured(kinds, many));
        }
        return report;
    }

    private Report measured(List<PageKind> kinds, int clients) throws Exception {
        String title = clients == 1 ? "pages, one client" : "pages, " + clients + " clients at once";
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-40s%10s%10s%10s%10s", title + ", ms", "requests", "median", "p99", "max"));
        Map<String, Object> json = new LinkedHashMap<>();
        for (PageKind kind : kinds) {
            progress.at(title + ": " + kind.name(), json.size(), kinds.size());
            asked(kind, clients, Math.max(clients, requests / 2));
            Rounds rounds = asked(kind, clients, requests);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-38s%10d%10.1f%10.1f%10.1f",
                    kind.name(),
                    rounds.count(),
                    rounds.median() * 1000,
                    rounds.at(0.99) * 1000,
                    rounds.max() * 1000));
            Map<String, Object> told = rounds.json();
            told.put("p99", rounds.at(0.99));
            json.put(kind.name(), told);
        }
        lines.add("  (aim: p99 below 50)");
        return new Report(lines, Map.of(title, json));
    }

    private Rounds asked(PageKind kind, int clients, int many) throws Exception {
        AtomicInteger left = new AtomicInteger(many);
        long end = System.nanoTime() + EACH.toNanos();
        Callable<List<Long>> client = () -> {
            List<Long> nanos = new ArrayList<>();
            while (left.getAndDecrement() > 0 && (nanos.isEmpty() || System.nanoTime() < end)) {
                String path =
                        kind.paths().get(page.getAndIncrement() % kind.paths().size());
                nanos.add(Rounds.nanos(() -> get(kind, path)));
            }
            return nanos;
        };
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Future<List<Long>> each : threads.invokeAll(Collections.nCopies(clients, client))) {
                all.addAll(each.get());
            }
        }
        return new Rounds(all);
    }

    private void get(PageKind kind, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = caller.get(path, kind.mediaType());
        if (!response.body().contains(kind.mark())) {
            throw new IllegalStateException(path + " is no " + kind.name() + ": it does not say " + kind.mark());
        }
    }
}
